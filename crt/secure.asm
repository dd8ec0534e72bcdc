; crt/secure.asm
; the step before which a set-user-ID program may have no standard output
;
; in      rbx = the initial stack
; clobber what a C function may
;
; Whatever can create a descriptor asks for this step (crt/need.h).

        section .start.secure progbits alloc exec nowrite align=1
        global  __premain_start_secure:function hidden \
                (__premain_start_secure.end - __premain_start_secure)
        extern  __premain_secure
__premain_start_secure:
        mov     rdi, rbx
        call    __premain_secure
.end:

        section .note.GNU-stack noalloc noexec nowrite progbits
