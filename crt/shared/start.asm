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
        mov     rdi, [main wrt ..got]   ; it may be in a library
        call    [__libc_start_main wrt ..got]
        hlt
.end:

; For debuggers: nobody called _start. It is not loaded: what unwinds in the
; program itself ends where it finds nothing.
; source  DWARF 4, 6.4 and 7.23; psABI 3.6.2 (7 is rsp, 16 the return address)

DW_CFA_undefined        equ     0x07
DW_CFA_def_cfa          equ     0x0c

        section .debug_frame progbits noalloc noexec nowrite align=8
frame:
        dd      .fde - .id              ; length
.id:    dd      -1                      ; what follows is common to all FDEs
        db      1, 0                    ; version, no augmentation
        db      1, 0x78, 16             ; code in 1s, data in -8s, rip's column
        db      DW_CFA_def_cfa, 7, 8
        db      DW_CFA_undefined, 16    ; nobody called
        times 2 db 0
.fde:   dd      .end - .of              ; length
.of:    dd      frame
        dq      _start, _start.end - _start
.end:

        section .note.GNU-stack noalloc noexec nowrite progbits
