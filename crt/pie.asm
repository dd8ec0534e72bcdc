; crt/pie.asm
; what every static-PIE needs: linked with start.asm into rcrt1.o
;
; Its .dynamic section, at least, is written once and read ever after. Whether
; there are addresses to move is for layout/premain-needs.ld to see.

        section .premain.needs progbits noalloc noexec nowrite align=8
        extern  __premain_start_relro
        dq      __premain_start_relro

        section .note.GNU-stack noalloc noexec nowrite progbits
