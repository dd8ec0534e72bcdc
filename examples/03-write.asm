; examples/03-write.asm
; Say something before leaving.
;
; 1. write takes three arguments: a descriptor, an address, a count. They go to
;    rdi, rsi and rdx. 1 is the standard output, opened by the shell before we
;    were started.
; 2. The text lies in .rodata: ld puts it into pages that can be read, and
;    neither written nor executed. `hello world!` is not ended by a 0 byte: the
;    kernel counts.
; 3. The result comes back in rax: the number of bytes written, or the negative
;    of an error number. An error becomes our status, so that nobody takes
;    silence for success.
;
; build   nasm -f elf64 03-write.asm -o 03-write.o && ld 03-write.o -o 03-write
; look    strace ./03-write; ./03-write >/dev/full; echo $?
; try     ./03-write >&-; echo $?   Which error is that?
; source  write(2), errno(3), psABI A.2.1

SYS_write: equ  1
SYS_exit: equ   60
STDOUT: equ     1

        default rel

        section .rodata
hello:  db      "hello world!", 10
.size:  equ     $ - hello

        section .text
        global  _start:function (_start.end - _start)

_start:
        mov     eax, SYS_write
        mov     edi, STDOUT
        lea     rsi, [hello]
        mov     edx, hello.size
        syscall

        xor     edi, edi                ; the status, if all went well
        test    rax, rax
        jns     .leave
        neg     eax
        mov     edi, eax                ; or the number of the error
.leave:
        mov     eax, SYS_exit
        syscall
.end:

        section .note.GNU-stack noalloc noexec nowrite progbits
