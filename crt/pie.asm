; crt/pie.asm
; the step in which a static-PIE moves itself to where the kernel put it
;
; clobber what a C function may
;
; It is part of rcrt1.o, so every static-PIE has it. Code is position
; independent; what needs moving are addresses in data.

        section .start.relocate progbits alloc exec nowrite align=1
        extern  __premain_pie
        call    __premain_pie

        section .note.GNU-stack noalloc noexec nowrite progbits
