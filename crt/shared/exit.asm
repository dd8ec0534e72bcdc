; crt/shared/exit.asm
; for debuggers: where the way back from atexit's functions ends
;
; The steps of an exit (crt/exit.asm) give up the frame of exit: they never
; return, and crt/start.asm says so for a static program. Here it is said for
; the steps in libpremain.so.1. It is not loaded.
; source  DWARF 4, 6.4 and 7.23; psABI 3.6.2 (7 is rsp, 16 the return address)

DW_CFA_undefined        equ     0x07
DW_CFA_def_cfa          equ     0x0c

        section .debug_frame progbits noalloc noexec nowrite align=8
        extern  exit
        extern  __premain_steps_size    ; the linker script has counted
frame:
        dd      .fde - .id              ; length
.id:    dd      -1                      ; what follows is common to all FDEs
        db      1, 0                    ; version, no augmentation
        db      1, 0x78, 16             ; code in 1s, data in -8s, rip's column
        db      DW_CFA_def_cfa, 7, 8    ; the frame begins at rsp + 8
        db      DW_CFA_undefined, 16    ; and nobody is returned to
        times 2 db 0
.fde:   dd      .end - .of              ; length
.of:    dd      frame
        dq      exit
        dd      __premain_steps_size, 0
.end:

        section .note.GNU-stack noalloc noexec nowrite progbits
