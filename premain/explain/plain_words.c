/*
 * premain/explain/plain_words.c
 *
 * The sentences are plain English in the sources. In the command, some bytes
 * stand for two, of which each may stand for two again: the Makefile
 * has pack_sentences.awk write them so before the compiler sees them.
 */
#include "premain/explain/explain.h"

#include <string.h>

#include "premain/explain/pairs.inc"

static size_t unpack(char plain[PLAIN_WORDS], const char *words)
{
	char waiting[160];	/* no pair is in itself */
	size_t length = 0, depth = 0;

	while (depth || (*words && *words != '\n')) {
		char byte = depth ? waiting[--depth] : *words++;

		for (; is_packed(byte); byte = *packed_pair(byte, pairs))
			waiting[depth++] = packed_pair(byte, pairs)[1];
		if (length + 1 < PLAIN_WORDS)
			plain[length++] = byte;
	}
	plain[length] = '\0';
	return length;
}

/* A log has few sentences: the last ones are kept as they are read. */
void plain_words(char plain[PLAIN_WORDS], const char *words)
{
	static struct {
		const char *words;
		size_t length;
		char plain[112];
	} last[128], *kept;

	kept = &last[((uintptr_t)words ^ (uintptr_t)words >> 7) % 128];
	if (kept->words == words) {
		memcpy(plain, kept->plain, kept->length);
		return;
	}
	kept->length = unpack(plain, words) + 1;
	kept->words = NULL;
	if (kept->length <= sizeof kept->plain) {
		memcpy(kept->plain, plain, kept->length);
		kept->words = words;
	}
}
