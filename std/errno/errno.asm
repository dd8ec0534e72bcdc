; std/errno/errno.asm
; int *__errno_location(void): where <errno.h>'s errno is
;
; out     rax = the address of errno
; clobber nothing else
; source  POSIX.1-2024 XSH errno; the name is the psABI community's (LSB)
;
; A program that reads errno calls this function, and so loads this member
; with its step: until then a failure only returns -1.

        default rel

        section .text.__errno_location progbits alloc exec nowrite align=1
        global  __errno_location:function \
                        (__errno_location.end - __errno_location)
__errno_location:
        lea     rax, [errno_value]
        ret
.end:

; in: rax = -errno

        section .fail.errno progbits alloc exec nowrite align=1
        neg     eax
        mov     [errno_value], eax

        section .bss.errno nobits alloc noexec write align=4
errno_value:
        resd    1

        section .note.GNU-stack noalloc noexec nowrite progbits
