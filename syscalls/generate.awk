# syscalls/generate.awk
# awk -f syscalls/generate.awk -v out=build syscalls/syscalls.tbl
#
# Writes, from the table of system calls and in one run,
#   out/syscalls/NAME.asm             one stub a call (not the words `hand`)
#   out/include/premain/syscalls.h    long sys_NAME(...) for C and C++
#   out/include/premain/syscalls.inc  SYS_NAME equ N for NASM
#   out/include/sys/syscall.h         #define SYS_NAME N
# into folders that exist already. Plain POSIX awk: mawk, gawk and busybox
# write the same bytes.

function fail(sentence)
{
	printf "%s:%d: %s\n", FILENAME, FNR, sentence | "cat 1>&2"
	close("cat 1>&2")
	failed = 1
	exit 1
}

# The struct and union tags that the arguments name, each once.
function declare_tags(arguments,    word, count, i, tag)
{
	count = split(arguments, word, /[ ,*]+/)
	for (i = 1; i < count; i++) {
		if (word[i] != "struct" && word[i] != "union")
			continue
		tag = word[i] " " word[i + 1]
		if (tag in declared)
			continue
		declared[tag] = 1
		tags = tags tag ";\n"
	}
}

# `long sys_NAME(...)`, broken after a comma where it passes column 80.
function prototype(name, arguments, margin,    line, text, part, count, i)
{
	line = "long sys_" name "("
	count = split(arguments, part, /, /)
	for (i = 1; i <= count; i++) {
		part[i] = part[i] (i < count ? "," : ")")
		if (i > 1 && length(line) + 1 + length(part[i]) > 78) {
			text = text line "\n" margin
			line = "        " part[i]
		} else {
			line = line (i > 1 ? " " : "") part[i]
		}
	}
	return text line
}

# One of the two names of a stub, with its type and size. Hidden: each object
# has the stubs that it calls, and a shared library offers them to nobody.
function symbol(label, name,    line, size)
{
	line = "        global  " label
	size = "(__sys_" name ".end - __sys_" name ")"
	return line (length(line size) > 79 ? " \\\n        " : " ") \
		size "\n"
}

function write_stub(number, name, arguments,    file)
{
	file = out "/syscalls/" name ".asm"
	printf "; %s.asm: made by syscalls/generate.awk\n", name > file
	printf "; %s\n;\n", prototype(name, arguments, "; ") > file
	printf "; source  %s(2), syscalls/syscalls.tbl\n", name > file
	printf "SYS_%s equ %d\n\n", name, number > file
	printf "        section .text.sys_%s progbits alloc exec nowrite " \
		"align=1\n", name > file
	printf "        extern  __sys_call\n" > file
	printf "%s", symbol("__sys_" name ":function hidden", name) > file
	printf "%s", symbol("sys_" name ":weak function hidden", name) > file
	printf "sys_%s:\n__sys_%s:\n", name, name > file
	printf "        mov     eax, SYS_%s\n", name > file
	printf "        jmp     __sys_call\n.end:\n\n" > file
	printf "        section .note.GNU-stack noalloc noexec nowrite " \
		"progbits\n" > file
	close(file)
}

# The declaration for C, indented by tabs.
function declaration(name, arguments, attributes,    text, line)
{
	text = prototype(name, arguments, "")
	line = text
	sub(/^.*\n/, "", line)
	text = text (length(line attributes name) + 19 > 80 ? "\n        " : " ") \
		"__asm__(\"__sys_" name "\")" attributes ";\n"
	gsub(/        /, "\t", text)
	return text
}

BEGIN {
	FS = "\t"
	last = -1
}

/^#/ { next }

{
	if ($1 !~ /^[0-9]+$/ || $2 !~ /^[a-z0-9_]+$/ || $3 == "")
		fail("wants number, name, arguments, separated by tabs")
	if ($1 + 0 <= last)
		fail($1 " does not come after " last)
	if ($2 in seen)
		fail($2 " is there twice")
	if (split($3, ignored, /, /) > 6)
		fail($2 " has more than six arguments")
	seen[$2] = 1
	last = $1 + 0

	attributes = ""
	hand = 0
	count = split($4, words, " ")
	for (i = 1; i <= count; i++) {
		if (words[i] == "hand")
			hand = 1
		else if (words[i] == "noreturn" || words[i] == "returns_twice")
			attributes = attributes " __attribute__((__" words[i] \
				"__))"
		else if (words[i] != "gone")
			fail("`" words[i] "` is no word of the fourth column")
	}

	if (!hand)
		write_stub($1, $2, $3)
	declare_tags($3)
	prototypes = prototypes declaration($2, $3, attributes)
	numbers = numbers "#define SYS_" $2 " " $1 "\n"
	equates = equates "SYS_" $2 " equ " $1 "\n"
}

END {
	if (failed)
		exit 1
	if (last < 0)
		fail("holds no system call")

	file = out "/include/premain/syscalls.h"
	printf "/*\n * premain/syscalls.h: made by syscalls/generate.awk\n" > file
	printf " * The kernel as C functions: sys_NAME takes what NAME in\n" > file
	printf " * section 2 of the manual takes, as the kernel reads it, and\n" \
		> file
	printf " * returns the value, or -errno in [-4095, -1]. The symbol is\n" \
		> file
	printf " * __sys_NAME, so that your own sys_NAME disturbs nobody.\n" \
		> file
	printf " */\n#ifndef PREMAIN_SYSCALLS_H\n" > file
	printf "#define PREMAIN_SYSCALLS_H\n\n#include <stddef.h>\n\n" > file
	printf "#ifdef __cplusplus\nextern \"C\" {\n#endif\n\n" > file
	printf "%s\n%s\n", tags, prototypes > file
	printf "#ifdef __cplusplus\n}\n#endif\n\n#endif\n" > file
	close(file)

	file = out "/include/premain/syscalls.inc"
	printf "; premain/syscalls.inc: made by syscalls/generate.awk\n" > file
	printf "; For NASM: the number of each system call.\n%s", equates > file
	close(file)

	file = out "/include/sys/syscall.h"
	printf "/*\n * sys/syscall.h: made by syscalls/generate.awk\n" > file
	printf " * The number of each system call, for syscall(2).\n */\n" > file
	printf "#ifndef PREMAIN_SYS_SYSCALL_H\n" > file
	printf "#define PREMAIN_SYS_SYSCALL_H\n\n" > file
	printf "#include <asm/unistd.h>\n\n%s\n#endif\n", numbers > file
	close(file)
}
