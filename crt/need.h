/*
 * crt/need.h - one member of the archive asks for another
 *
 * NEED(step) makes the linker load the member that defines `step`, although no
 * code mentions it. It costs the program nothing: linker.ld throws the section
 * away after it has done its work.
 */
#ifndef CRT_NEED_H
#define CRT_NEED_H

#define NEED(step) \
	extern const char step[]; \
	static const char *const need_##step \
		__attribute__((used, section(".premain.needs"))) = step

#endif
