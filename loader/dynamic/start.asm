; loader/dynamic/start.asm
; the kernel's first instruction of a dynamic program: the loader's
;
; in      rsp = the initial stack of the program (crt/stack.h)
; out     at the program's entry: rsp = the initial stack, rdx = a function for
;         atexit that runs every destructor
; source  psABI 3.4.1 (Initial Stack and Register State), 5.2.1 (Program
;         Interpreter), Linux fs/binfmt_elf.c

        default rel

        section .text.start progbits alloc exec nowrite align=1
        global  _start:function hidden (_start.end - _start)
        extern  load_process
        extern  destruct_all
_start:
        xor     ebp, ebp                ; no caller: the last frame pointer
        mov     rdi, rsp
        call    load_process            ; rax = the program's entry
        lea     rdx, [destruct_all]
        jmp     rax                     ; rsp is as the kernel left it
.end:

; For debuggers: nobody called the first instruction. Unwinding of a
; constructor ends here.
; source  DWARF 4, 6.4 and 7.23; psABI 3.6.2 (7 is rsp, 16 the return address)

DW_CFA_undefined        equ     0x07
DW_CFA_def_cfa          equ     0x0c

        section .debug_frame progbits noalloc noexec nowrite align=8
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
        dq      _start.end - _start
.end:

        section .note.GNU-stack noalloc noexec nowrite progbits
