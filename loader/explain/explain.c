/*
 * loader/explain/explain.c - what is asked for, and who tells it
 *
 *	LD_PREMAIN=explain		each step, a sentence a line
 *	LD_PREMAIN=explain,json		the same for programs
 *	LD_PREMAIN=why:printf		who has this name, who gets whose
 *	LD_PREMAIN=bind			each call as it is bound
 *
 * Documented in docs/narration.md.
 */
#include <string.h>

#include "loader/explain/explain.h"

narrator *explain(const struct narration_services *given);

struct wishes wishes;
const struct narration_services *services;

static bool is(const char *word, size_t length, const char *name)
{
	return strlen(name) == length && !memcmp(word, name, length);
}

static void wish(const char *word, size_t length)
{
	if (is(word, length, "explain")) {
		wishes.explain = true;
	} else if (is(word, length, "json")) {
		wishes.json = true;
	} else if (is(word, length, "bind")) {
		wishes.bind = true;
	} else if (length > 4 && length - 4 < sizeof wishes.why &&
		   !memcmp(word, "why:", 4)) {
		memcpy(wishes.why, word + 4, length - 4);
	} else {
		char name[64] = "";

		memcpy(name, word, length < sizeof name ? length :
		       sizeof name - 1);
		say("narration", "LD_PREMAIN has no word $word: there are "
		    "explain, json, bind and why:NAME", "word", name, NULL);
	}
}

static void read_wishes(const char *words)
{
	while (*words) {
		size_t length = strcspn(words, ",");

		if (length)
			wish(words, length);
		words += length + (words[length] == ',');
	}
}

static void tell_loaded(const struct object *first)
{
	if (wishes.explain) {
		explain_objects(first);
		explain_relocations(first);
		remember_slots(first);
	}
	if (*wishes.why)
		explain_why(first);
}

static void tell_event(enum event event, const void *object,
		       const char *name, const char *path, long rule,
		       long result)
{
	switch (event) {
	case TELL_FOREIGN:
		*(bool *)result = check_stand_in(object);
		break;
	case TELL_LIST:
		explain_list(result);
		break;
	case TELL_TRIED:
		if (wishes.explain)
			explain_tried(object, name, path, (enum rule)rule,
				      result);
		break;
	case TELL_PASSED:
		if (wishes.explain)
			explain_passed(object, name, path, (enum rule)rule);
		break;
	case TELL_FOUND:
		if (wishes.explain)
			explain_loaded(object, name, path);
		break;
	case TELL_LOADED:
		tell_loaded(object);
		break;
	case TELL_RELOCATED:
		if (wishes.explain) {
			explain_bindings(object);
			explain_memory(object);
		}
		break;
	case TELL_CONSTRUCT:
		if (wishes.explain)
			explain_constructors(object);
		break;
	case TELL_BOUND:
		if (wishes.bind || wishes.explain)
			explain_bound(object, (uint64_t)result);
		break;
	}
	say_all();
}

/* The object's entry. */
narrator *explain(const struct narration_services *given)
{
	services = given;
	if (given->process->narrate)
		read_wishes(given->process->narrate);
	if (wishes.json)
		say("narration", "", "#schema", "1", NULL);
	if (wishes.explain) {
		explain_start();
		explain_system();
	}
	say_all();
	return tell_event;
}
