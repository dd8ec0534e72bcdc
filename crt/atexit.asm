; crt/atexit.asm
; the step of an exit that runs atexit's functions
;
; in      edi = the status
; out     edi = the status
; clobber what a C function may, rbx, the stack's alignment
;
; A program that calls atexit asks for it (crt/need.h).

        section .exit.atexit progbits alloc exec nowrite align=1
        global  __premain_exit_atexit:function hidden \
                (__premain_exit_atexit.end - __premain_exit_atexit)
        extern  __premain_run_atexit
__premain_exit_atexit:
        mov     ebx, edi
        and     rsp, -16                ; exit was called, or fallen into
        call    __premain_run_atexit
        mov     edi, ebx
.end:

        section .note.GNU-stack noalloc noexec nowrite progbits
