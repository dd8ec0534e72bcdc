; std/stdio/percent-n-ask.asm
; what premain-gcc --percent-n adds to a dynamic program: its first constructor
;
; clobber nothing
; source  std/stdio/percent-n-shared.c

        default rel

        section .text.percent_n progbits alloc exec nowrite align=1
        extern  __premain_allow_percent_n
ask:
        jmp     [__premain_allow_percent_n wrt ..got]

; The lowest priority runs first.

        section .init_array.00000 init_array alloc noexec write align=8
        dq      ask

        section .note.GNU-stack noalloc noexec nowrite progbits
