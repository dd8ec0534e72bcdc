; crt/start.asm
; the kernel's first instruction of a program
;
; in      rsp = the initial stack: argc, argv, NULL, envp, NULL, auxv; every
;         other register, rbp too, is unspecified
; out     never returns
; source  psABI 3.4.1 (Initial Stack and Register State), Linux fs/binfmt_elf.c
;
; A start is a list of steps, and so is an exit. Each step lives in a section
; of its own, and linker.ld lays the steps that a program needs one behind
; the other, so that each one falls through into the next. What a program does
; not use is not there: no byte, no instruction, no test whether to do it.
; `nm -n PROGRAM` prints the steps that it has.

; The first step. From here on, rbx holds the initial stack: C functions keep
; it (psABI 3.2.1), so every step can read it. rsp stays as it is aligned here
; from step to step, so each one may call (psABI 3.2.2).

        section .start.entry progbits alloc exec nowrite align=1
        global  _start:function (_start.end - _start)
_start:
        xor     ebp, ebp                ; no caller: the last frame pointer
        mov     rbx, rsp
        and     rsp, -16                ; the kernel aligns it, others may not
.end:

; What the archive and the linker script must bring. The first name loads the
; member that has it (layout/premain-needs.ld looks whether there is one); by
; the second one a link without the script fails.

        section .premain.needs progbits noalloc noexec nowrite align=8
        extern  __sys_call
        extern  __premain_linker_script
        dq      __sys_call
        dq      __premain_linker_script

; For debuggers: the steps, wherever they come from, have no caller. Unwinding
; ends here, instead of taking argc for a return address. It is not loaded.
; source  DWARF 4, 6.4 and 7.23; psABI 3.6.2 (7 is rsp, 16 the return address)

DW_CFA_undefined        equ     0x07
DW_CFA_def_cfa          equ     0x0c

        section .debug_frame progbits noalloc noexec nowrite align=8
        extern  __premain_steps_size    ; the linker script has counted
frame:
        dd      .fde - .id              ; length
.id:    dd      -1                      ; what follows is common to all FDEs
        db      1, 0                    ; version, no augmentation
        db      1, 0x78, 16             ; code in 1s, data in -8s, rip's column
        db      DW_CFA_def_cfa, 7, 0    ; the frame begins at rsp
        db      DW_CFA_undefined, 16    ; and nobody called it
        times 2 db 0
.fde:   dd      .end - .of              ; length
.of:    dd      frame
        dq      _start
        dd      __premain_steps_size, 0 ; lld makes a 0 of it in a dq
.end:

        section .note.GNU-stack noalloc noexec nowrite progbits
