# tests/bench/library.awk - writes libraries that need each other, for NASM
#
#	awk -f library.awk -v out=DIR -v count=N -v symbols=N -v references=N
#		-v words="data chain long bss relative=N"
#
# DIR/lNNNN.asm is a library of `symbols` functions; function s of library l
# returns l * 1,000,000 + s. Its lNNNN_sum calls `references` functions by
# their names, each another one, picked at random (and always the same), and
# adds what they return. DIR/check.asm is a program that calls all sums and
# ends with 0 if they are what they must be; DIR/program.asm only ends.
#
#	data	the names stand in a table of pointers, not in calls
#	chain	a library refers to those behind it, not to all
#	long	the names are as long as C++ makes them
#	bss	8 kB that are not in the file
#	relative=N	N pointers into the library itself
#
# Libraries of the first half refer to the first half only: it is a smaller
# set of its own.

# The value of a word is what stands behind its equals sign.
function value(word)
{
	if (!match(" " words, " " word "=[0-9]+"))
		return 0
	return substr(words, RSTART + length(word) + 1) + 0
}

function has(word) { return index(" " words " ", " " word " ") }

# The next number in [0, limit): Park and Miller's, exact in any awk.
function random(limit)
{
	seed = seed * 16807 % 2147483647
	return seed % limit
}

function name(library, symbol)
{
	return sprintf("%sl%04d_s%06d", prefix, library, symbol)
}

function tail(file)
{
	print "\n        section .note.GNU-stack noalloc noexec nowrite" \
		" progbits" >file
	close(file)
}

# pick LIBRARY: fills other[] and symbol[] with what it refers to; the sum of
# what these functions return. NASM has no call of a name in the same file by
# way of the PLT, so calls leave the library.
function pick(library,    first, last, wanted, own, sum, l, s, seen)
{
	first = has("chain") ? library + 1 : 0
	last = library < half && !has("chain") ? half : count
	own = !has("data") && !has("chain")
	wanted = references
	if (wanted > (last - first - own) * symbols)
		wanted = (last - first - own) * symbols
	split("", seen)
	for (picked = sum = 0; picked < wanted; ) {
		l = first + random(last - first)
		s = random(symbols)
		if ((l, s) in seen || l == library && !has("data"))
			continue
		seen[l, s] = 1
		other[picked] = l
		symbol[picked++] = s
		sum += l * 1000000 + s
	}
	return sum
}

function write_library(library,    file, sum, i)
{
	file = sprintf("%s/l%04d.asm", out, library)
	print "        default rel\n        section .text" >file
	for (i = 0; i < symbols; i++)
		printf "        global %s:function\n%s:\n" \
			"        mov     eax, %d\n        ret\n", \
			name(library, i), name(library, i), \
			library * 1000000 + i >file
	sum = pick(library)
	for (i = 0; i < picked; i++)
		if (other[i] != library)
			printf "        extern %s\n", \
				name(other[i], symbol[i]) >file
	printf "        global l%04d_sum:function\nl%04d_sum:\n" \
		".start: push    rbx\n        xor     ebx, ebx\n", \
		library, library >file
	if (has("data") && picked) {
		printf "        push    r12\n        push    r13\n" \
			"        lea     r12, [pointers]\n" \
			"        mov     r13d, %d\n.next:\n" \
			"        call    [r12]\n        add     rbx, rax\n" \
			"        add     r12, 8\n        dec     r13d\n" \
			"        jnz     .next\n        pop     r13\n" \
			"        pop     r12\n", picked >file
	} else {
		for (i = 0; i < picked; i++)
			printf "        call    %s wrt ..plt\n" \
				"        add     rbx, rax\n", \
				name(other[i], symbol[i]) >file
	}
	if (value("relative"))
		printf "        lea     rdx, [relative]\n" \
			"        lea     rsi, [l%04d_sum]\n" \
			"        mov     ecx, %d\n.relative:\n" \
			"        mov     rax, [rdx]\n" \
			"        sub     rax, rsi\n" \
			"        add     rbx, rax\n        add     rdx, 8\n" \
			"        dec     ecx\n        jnz     .relative\n", \
			library, value("relative") >file
	print "        mov     rax, rbx\n        pop     rbx\n        ret" >file
	print "\n        section .rodata\n        db \"library\", 0" >file
	print "\n        section .data\n        align 8\npointers:" >file
	for (i = 0; has("data") && i < picked; i++)
		printf "        dq %s wrt ..sym\n", \
			name(other[i], symbol[i]) >file
	print "        dq 1" >file
	if (value("relative"))
		printf "relative:\n        times %d dq l%04d_sum.start\n", \
			value("relative"), library >file
	if (has("bss"))
		print "\n        section .bss\n        resb 8192" >file
	tail(file)
	return sum
}

function write_programs(summed,    file, i)
{
	file = out "/program.asm"
	print "        global _start:function\n        section .text\n" \
		"_start:\n        mov     eax, 231\n" \
		"        xor     edi, edi\n        syscall" >file
	tail(file)
	file = out "/check.asm"
	print "        default rel\n        global _start:function\n" \
		"        section .text\n_start:\n        xor     ebx, ebx" >file
	for (i = 0; i < summed; i++)
		printf "        extern l%04d_sum\n" \
			"        call    l%04d_sum wrt ..plt\n" \
			"        add     rbx, rax\n", i, i >file
	printf "        mov     rcx, %.0f\n        xor     edi, edi\n" \
		"        cmp     rbx, rcx\n        setne   dil\n" \
		"        mov     eax, 231\n        syscall\n", total >file
	tail(file)
}

BEGIN {
	seed = 1
	half = int((count + 1) / 2)
	if (has("long"))
		prefix = "_ZN7premain5bench9container13ordered_tableISt4pair" \
			"IKSsSt10unique_ptrINS0_7elementESt14default_delete" \
			"IS5_EEESt4lessIS3_EE15insert_or_assignIRKS3_EEv"
	for (library = 0; library < count; library++) {
		sum = write_library(library)
		if (!has("chain") || library == 0)
			total += sum
	}
	write_programs(has("chain") ? 1 : count)
}
