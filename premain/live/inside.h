/*
 * premain/live/inside.h
 *
 * Inside the room: the objects that a program consists of.
 */
#ifndef PREMAIN_LIVE_INSIDE_H
#define PREMAIN_LIVE_INSIDE_H

#include <elf.h>

#include "premain/live/live.h"
#include "premain/steps/steps.h"

enum { SEGMENTS = 16 };

struct live_object {
	struct object code;	/* its path and its symbols */
	Elf64_Phdr segments[SEGMENTS];	/* those to load */
	size_t segment_count;
	uint64_t bias;		/* memory's address minus the file's */
	bool placed;		/* the bias is known */
};

/* The object of a range; NULL: no file, or none that can be read. */
struct live_object *live_object_of(struct live *live,
				   const struct live_range *range);

/* The segment that has an address; NULL: it is outside of all. */
const Elf64_Phdr *live_segment(const struct live_object *object,
			       uint64_t address);

void live_free_objects(struct live *live);

#endif
