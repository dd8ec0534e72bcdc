/*
 * premain/variants/variants.c
 *
 * The table, in the order of the rows. All are compiled with the same -O2,
 * which variant_build adds; the flags here only choose the kind of file.
 * klcc links static by itself unless -shared asks for klibc.so.
 */
#include "premain/variants/variants.h"

const struct variant variants[] = {
	{"premain-static", "-static", TOOL_PREMAIN_GCC, ELF_KIND_STATIC},
	{"premain-static-hardened", "--hardened -static", TOOL_PREMAIN_GCC,
		ELF_KIND_STATIC},
	{"premain-static-pie", "-static-pie", TOOL_PREMAIN_GCC,
		ELF_KIND_STATIC_PIE},
	{"premain-dynamic", "-dynamic", TOOL_PREMAIN_GCC, ELF_KIND_DYNAMIC},
	{"premain-dynamic-now", "-dynamic -Wl,-z,now", TOOL_PREMAIN_GCC,
		ELF_KIND_DYNAMIC},
	{"premain-dynamic-relr", "-dynamic -Wl,-z,pack-relative-relocs",
		TOOL_PREMAIN_GCC, ELF_KIND_DYNAMIC},
	{"asm", "", TOOL_NASM, ELF_KIND_STATIC},
	{"glibc-static", "-static", TOOL_CC, ELF_KIND_STATIC},
	{"glibc-static-pie", "-fPIE -static-pie", TOOL_CC,
		ELF_KIND_STATIC_PIE},
	{"glibc-dynamic", "", TOOL_CC, ELF_KIND_DYNAMIC},
	{"musl-static", "-static", TOOL_MUSL_GCC, ELF_KIND_STATIC},
	{"musl-dynamic", "", TOOL_MUSL_GCC, ELF_KIND_DYNAMIC},
	{"diet-static", "", TOOL_DIET, ELF_KIND_STATIC},
	{"klibc-static", "-static", TOOL_KLCC, ELF_KIND_STATIC},
	{"klibc-shared", "-shared", TOOL_KLCC, ELF_KIND_DYNAMIC},
};

const size_t variant_count = sizeof variants / sizeof variants[0];
