; crt/shared/start.asm
; the first instruction of a dynamic program, behind its loader's last one
;
; in      rsp = the initial stack: argc, argv, NULL, envp, NULL, auxv
;         rdx = the function that runs all destructors, or 0
; out     never returns
; source  psABI 3.4.1 (rdx is what atexit shall run); LSB core 10.7 (what
;         __libc_start_main takes)
;
; The loader has relocated everything and run every constructor. What is left
; of a start is in libpremain.so.1 (crt/shared/libc_start_main.c).

        default rel

        section .text._start progbits alloc exec nowrite align=1
        global  _start:function (_start.end - _start)
        extern  __libc_start_main
        extern  main
_start:
        xor     ebp, ebp                ; no caller: the last frame pointer
        mov     r9, rdx                 ; argument 6: the destructors
        mov     esi, [rsp]              ; argc
        lea     rdx, [rsp+8]            ; argv
        and     rsp, -16
        xor     ecx, ecx                ; init and fini: the loader knows them
        xor     r8d, r8d
        lea     rax, [rdx-8]
        push    rax
        push    rax                     ; argument 7: where the stack began
        lea     rdi, [main]
        call    [__libc_start_main wrt ..got]
        hlt
.end:

; For unwinders: nobody called _start.
; source  DWARF 4, 6.4; LSB core 10.6 (.eh_frame); psABI 3.6.2 (7 is rsp,
;         16 the return address)

DW_CFA_undefined        equ     0x07
DW_CFA_def_cfa          equ     0x0c
DW_EH_PE_pcrel_sdata4   equ     0x1b

        section .eh_frame progbits alloc noexec nowrite align=8
frame:
        dd      .fde - .id              ; length
.id:    dd      0                       ; what follows is common to all FDEs
        db      1, "zR", 0              ; version; FDEs have encoded addresses
        db      1, 0x78, 16             ; code in 1s, data in -8s, rip's column
        db      1, DW_EH_PE_pcrel_sdata4
        db      DW_CFA_def_cfa, 7, 8
        db      DW_CFA_undefined, 16
        align 8, db 0
.fde:   dd      .end - .of              ; length
.of:    dd      $ - frame
        dd      _start - $
        dd      _start.end - _start
        db      0                       ; no augmentation
        align 8, db 0
.end:

        section .note.GNU-stack noalloc noexec nowrite progbits
