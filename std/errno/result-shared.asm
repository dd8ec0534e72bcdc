; std/errno/result-shared.asm
; long __premain_result(long result): the same, in a library that has no errno
;
; in      rdi = what a system call returned
; out     rax = the same, or -1 where it was -errno
; clobber what a C function may
; source  std/errno/result.asm
;
; libpremain_posix.so.1 sets the one errno there is: libpremain.so.1's.

        default rel

        section .text.__premain_result progbits alloc exec nowrite align=1
        global  __premain_result:function hidden \
                        (__premain_result.end - __premain_result)
        extern  __errno_location
__premain_result:
        mov     rax, rdi
        cmp     rax, -4095
        jae     .fail                   ; unsigned: both bounds in one test
        ret
.fail:
        push    rdi
        call    [__errno_location wrt ..got]
        pop     rdx
        neg     edx
        mov     [rax], edx
        or      rax, -1
        ret
.end:

        section .note.GNU-stack noalloc noexec nowrite progbits
