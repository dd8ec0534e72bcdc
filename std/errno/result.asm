; std/errno/result.asm
; long __premain_result(long result): from the kernel's way to fail to C's
;
; in      rdi = what a system call returned
; out     rax = the same, or -1 where it was -errno
; clobber nothing else
; source  psABI A.2.1: -4095 to -1 are errors, everything else is a result
;
; A failure is a list of steps, like a start (layout/premain-start.ld): the
; step that sets errno is only there in programs that read errno.

        section .text.__premain_result progbits alloc exec nowrite align=1
        global  __premain_result:function hidden \
                        (__premain_result.end - __premain_result)
__premain_result:
        mov     rax, rdi
        cmp     rax, -4095
        jae     __premain_fail          ; unsigned: both bounds in one test
        ret
.end:

; The first step. in: rax = -errno

        section .fail.entry progbits alloc exec nowrite align=1
        global  __premain_fail:function hidden
__premain_fail:

; The last step. out: rax = -1

        section .fail.end progbits alloc exec nowrite align=1
        global  __premain_minus_one:function hidden
__premain_minus_one:
        or      rax, -1
        ret

; Without the linker script the steps would not stand behind each other: such a
; link fails by this name. (Nothing of it is in the program.)

        section .premain.needs progbits noalloc noexec nowrite align=8
        extern  __premain_linker_script
        dq      __premain_linker_script

        section .note.GNU-stack noalloc noexec nowrite progbits
