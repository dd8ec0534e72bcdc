; crt/tls.asm
; the step that gives the first thread its thread-local storage
;
; clobber what a C function may
;
; No symbol asks for thread-local storage, so layout/premain-needs.ld does; the
; stack protector, whose canary lives there too, asks by name.

        section .start.tls progbits alloc exec nowrite align=1
        global  __premain_start_tls:function hidden \
                (__premain_start_tls.end - __premain_start_tls)
        extern  __premain_tls
__premain_start_tls:
        call    __premain_tls
.end:

        section .note.GNU-stack noalloc noexec nowrite progbits
