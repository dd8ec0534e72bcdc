; std/stdio/write_all.asm
; long __premain_write_all(int descriptor, const char *bytes, size_t count)
;
; in      edi = descriptor, rsi = bytes, rdx = how many, at least 1
; out     rax = a positive number, or -1 (errno is set)
; clobber rsi rdx, and what syscall destroys: rcx r10 r11
; source  write(2): it may write less than it was given; signal(7): EINTR
;
; In C this loop is twice as long, because C must save what a system call
; keeps anyway. Every program that prints has it, so it is here.

        section .text.__premain_write_all progbits alloc exec nowrite align=1
        global  __premain_write_all:function
        extern  __sys_write

EINTR   equ     4

__premain_write_all:
.again:
        call    __sys_write
        cmp     rax, -EINTR
        je      .again
        test    rax, rax
        jle     .failed                 ; 0 would be written forever
        add     rsi, rax
        sub     rdx, rax
        jnz     .again
        ret
.failed:                                ; falls into the steps of a failure

        section .premain.needs progbits noalloc noexec nowrite align=8
        extern  __premain_fail
        dq      __premain_fail          ; loads the member that has them

        section .note.GNU-stack noalloc noexec nowrite progbits
