/*
 * premain/variants/variants.c
 *
 * The table, in the order of the rows. All are compiled with the same -O2,
 * which variant_build adds; the flags here only choose the kind of file.
 * klcc links static by itself unless -shared asks for klibc.so.
 */
#include "premain/variants/variants.h"

const struct variant variants[] = {
	{"premain-static\0-static", TOOL_PREMAIN_GCC, ELF_KIND_STATIC},
	{"premain-static-hardened\0--hardened -static", TOOL_PREMAIN_GCC,
		ELF_KIND_STATIC},
	{"premain-static-pie\0-static-pie", TOOL_PREMAIN_GCC,
		ELF_KIND_STATIC_PIE},
	{"premain-dynamic\0-dynamic", TOOL_PREMAIN_GCC, ELF_KIND_DYNAMIC},
	{"premain-dynamic-now\0-dynamic -Wl,-z,now", TOOL_PREMAIN_GCC,
		ELF_KIND_DYNAMIC},
	{"premain-dynamic-relr\0-dynamic -Wl,-z,pack-relative-relocs",
		TOOL_PREMAIN_GCC, ELF_KIND_DYNAMIC},
	{"asm\0", TOOL_NASM, ELF_KIND_STATIC},
	{"glibc-static\0-static", TOOL_CC, ELF_KIND_STATIC},
	{"glibc-static-pie\0-fPIE -static-pie", TOOL_CC,
		ELF_KIND_STATIC_PIE},
	{"glibc-dynamic\0", TOOL_CC, ELF_KIND_DYNAMIC},
	{"musl-static\0-static", TOOL_MUSL_GCC, ELF_KIND_STATIC},
	{"musl-dynamic\0", TOOL_MUSL_GCC, ELF_KIND_DYNAMIC},
	{"diet-static\0", TOOL_DIET, ELF_KIND_STATIC},
	{"klibc-static\0-static", TOOL_KLCC, ELF_KIND_STATIC},
	{"klibc-shared\0-shared", TOOL_KLCC, ELF_KIND_DYNAMIC},
};

const size_t variant_count = sizeof variants / sizeof variants[0];
