; syscalls/sys_call.asm
; reached by a jump from every sys_NAME, with eax = its number
;
; in      rdi rsi rdx rcx r8 r9 = arguments 1 to 6, as C passes them
; out     rax = result, or -errno in [-4095, -1]
; clobber rcx r11 (the instruction itself), r10
; source  psABI 3.2.3 (C side), A.2.1 (kernel side): only argument 4 differs

        section .text.__sys_call progbits alloc exec nowrite align=1
        global  __sys_call:function hidden (__sys_call.end - __sys_call)
__sys_call:
        mov     r10, rcx                ; argument 4: syscall destroys rcx
        syscall
        ret
.end:

; For debuggers, who often find a program here, waiting: the way back to who
; called is on top of the stack. It is not loaded.
; source  DWARF 4, 6.4 and 7.23; psABI 3.6.2 (7 is rsp, 16 the return address)

DW_CFA_def_cfa  equ     0x0c
DW_CFA_offset   equ     0x80

        section .debug_frame progbits noalloc noexec nowrite align=8
frame:
        dd      .fde - .id              ; length
.id:    dd      -1                      ; what follows is common to all FDEs
        db      1, 0                    ; version, no augmentation
        db      1, 0x78, 16             ; code in 1s, data in -8s, rip's column
        db      DW_CFA_def_cfa, 7, 8    ; the frame begins at rsp + 8,
        db      DW_CFA_offset | 16, 1   ; the return address right below
        times 2 db 0
.fde:   dd      .end - .of              ; length
.of:    dd      frame
        dq      __sys_call, __sys_call.end - __sys_call
.end:

        section .note.GNU-stack noalloc noexec nowrite progbits
