; crt/relro.asm
; the step that makes read-only what relocation has written
;
; clobber what a C function may
;
; Every static-PIE asks for it (crt/pie.asm); in other programs
; layout/premain-needs.ld does.

        section .start.relro progbits alloc exec nowrite align=1
        global  __premain_start_relro:function hidden \
                (__premain_start_relro.end - __premain_start_relro)
        extern  __premain_relro
__premain_start_relro:
        call    __premain_relro
.end:

        section .note.GNU-stack noalloc noexec nowrite progbits
