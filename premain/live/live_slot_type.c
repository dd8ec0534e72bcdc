/*
 * premain/live/live_slot_type.c
 *
 * Which relocation fills a slot. Source: psABI 4.4.1.
 */
#include "premain/live/live.h"

#include <elf.h>

const char *live_slot_type(const struct live_slot *slot)
{
	return slot->type == R_X86_64_JUMP_SLOT ? "JUMP_SLOT" :
	       slot->type == R_X86_64_GLOB_DAT ? "GLOB_DAT" : "IRELATIVE";
}
