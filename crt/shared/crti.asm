; crt/shared/crti.asm
; where _init and _fini begin: objects put code between crti.o and crtn.o
;
; source  gABI ch. 5, Initialization and Termination Functions (DT_INIT)
;
; The older way to have constructors: each object's part of .init is a piece
; of one function. premain-gcc links the two files where such pieces are.

        section .init progbits alloc exec nowrite align=4
        global  _init:function hidden
_init:
        sub     rsp, 8                  ; aligned, so that a piece may call

        section .fini progbits alloc exec nowrite align=4
        global  _fini:function hidden
_fini:
        sub     rsp, 8

        section .note.GNU-stack noalloc noexec nowrite progbits
