; crt/rela.asm
; the step in which a static-PIE moves itself, for linkers that do not pack
;
; clobber what a C function may
;
; As relr.asm, for DT_RELA: its entries can have types that only a dynamic
; linker could resolve, so there is something to refuse (rela.c).

        section .start.rela progbits alloc exec nowrite align=1
        global  __premain_start_rela:function hidden \
                (__premain_start_rela.end - __premain_start_rela)
        extern  __premain_rela
__premain_start_rela:
        call    __premain_rela
.end:

        section .note.GNU-stack noalloc noexec nowrite progbits
