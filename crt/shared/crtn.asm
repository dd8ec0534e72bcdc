; crt/shared/crtn.asm
; where _init and _fini end (crt/shared/crti.asm)

        section .init progbits alloc exec nowrite align=1
        add     rsp, 8
        ret

        section .fini progbits alloc exec nowrite align=1
        add     rsp, 8
        ret

        section .note.GNU-stack noalloc noexec nowrite progbits
