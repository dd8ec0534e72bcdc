/*
 * loader/explain/objects.c - each object, and the header that caused each of
 * its segments
 */
#include "loader/explain/explain.h"

static const char *rights(uint32_t flags)
{
	switch (flags & (PF_R | PF_W | PF_X)) {
	case PF_R: return "R--";
	case PF_R | PF_W: return "RW-";
	case PF_R | PF_X: return "R-X";
	case PF_R | PF_W | PF_X: return "RWX";
	}
	return "---";
}

static void explain_segments(const struct object *object)
{
	const struct elf_image *image = &object->image;

	for (unsigned int i = 0; i < image->segment_count; i++) {
		const struct elf_segment *segment = &image->segments[i];

		say("segment", "$object: $start to $end, $rights, by program "
		    "header $header: PT_LOAD, p_vaddr $address, $bytes bytes "
		    "of the file and $zeros zeros", "object", name_of(object),
		    "start", hex(image->base + segment->start),
		    "end", hex(image->base + segment->end),
		    "rights", rights(segment->flags),
		    "#header", decimal(segment->number),
		    "address", hex(segment->start),
		    "#bytes", decimal(segment->file_end - segment->start),
		    "#zeros", decimal(segment->end - segment->file_end), NULL);
	}
}

static void explain_tls(const struct object *object)
{
	const struct tls *tls = &object->tls;

	if (!tls->size)
		return;
	if (tls->offset)
		say("tls", "$object: PT_TLS of $size bytes is module $module, "
		    "$offset below the thread pointer",
		    "object", name_of(object), "#size", decimal(tls->size),
		    "#module", decimal(tls->module),
		    "offset", hex(tls->offset), NULL);
	else
		say("tls", "$object: PT_TLS of $size bytes is module $module, "
		    "with memory of its own in each thread",
		    "object", name_of(object), "#size", decimal(tls->size),
		    "#module", decimal(tls->module), NULL);
}

void explain_objects(const struct object *first)
{
	for (; first; first = next_object(first)) {
		const struct object *parent = first->parent;
		const char *path = first->map.l_name;

		if (!first->image.segment_count)
			continue;
		if (!*path)
			path = first->name;
		say("object", parent ? "$object is $path at $address, needed "
		    "by $parent" : "$object is $path at $address",
		    "object", name_of(first), "path", path,
		    "address", hex(first->image.base),
		    "parent", parent ? name_of(parent) : NULL, NULL);
		explain_segments(first);
		explain_tls(first);
	}
}
