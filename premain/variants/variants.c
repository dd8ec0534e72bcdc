/*
 * premain/variants/variants.c
 *
 * The table, in the order of the rows. All are compiled with the same -O2,
 * which variant_build adds; the flags here only choose the kind of file.
 * klcc links static by itself unless -shared asks for klibc.so.
 */
#include "premain/variants/variants.h"

const struct variant variants[] = {
	{"premain-static", TOOL_PREMAIN_GCC, {"-static"}, ELF_KIND_STATIC},
	{"premain-static-hardened", TOOL_PREMAIN_GCC,
		{"--hardened", "-static"}, ELF_KIND_STATIC},
	{"premain-static-pie", TOOL_PREMAIN_GCC, {"-static-pie"},
		ELF_KIND_STATIC_PIE},
	{"premain-dynamic", TOOL_PREMAIN_GCC, {"-dynamic"}, ELF_KIND_DYNAMIC},
	{"premain-dynamic-now", TOOL_PREMAIN_GCC, {"-dynamic", "-Wl,-z,now"},
		ELF_KIND_DYNAMIC},
	{"premain-dynamic-relr", TOOL_PREMAIN_GCC,
		{"-dynamic", "-Wl,-z,pack-relative-relocs"}, ELF_KIND_DYNAMIC},
	{"asm", TOOL_NASM, {0}, ELF_KIND_STATIC},
	{"glibc-static", TOOL_CC, {"-static"}, ELF_KIND_STATIC},
	{"glibc-static-pie", TOOL_CC, {"-fPIE", "-static-pie"},
		ELF_KIND_STATIC_PIE},
	{"glibc-dynamic", TOOL_CC, {0}, ELF_KIND_DYNAMIC},
	{"musl-static", TOOL_MUSL_GCC, {"-static"}, ELF_KIND_STATIC},
	{"musl-dynamic", TOOL_MUSL_GCC, {0}, ELF_KIND_DYNAMIC},
	{"diet-static", TOOL_DIET, {0}, ELF_KIND_STATIC},
	{"klibc-static", TOOL_KLCC, {"-static"}, ELF_KIND_STATIC},
	{"klibc-shared", TOOL_KLCC, {"-shared"}, ELF_KIND_DYNAMIC},
};

const size_t variant_count = sizeof variants / sizeof variants[0];
