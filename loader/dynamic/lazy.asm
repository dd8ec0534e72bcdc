; loader/dynamic/lazy.asm
; what a PLT jumps to where its slot is not bound yet: instead of the function
; that is called, and it goes on to that
;
; in      [rsp] = the object, [rsp + 8] = the number of the slot in DT_JMPREL,
;         [rsp + 16] = the return address: as PLT0 has pushed them
; out     the function, as if it had been called: by a jump, because a return
;         nobody has called for would be foretold wrongly
; clobber r11, which a PLT may use
; source  psABI 3.2.3 (al: variadic, r10: the static chain), 5.2
;
; What the vector registers hold stays there: no instruction that runs for a
; first call names one (tests/59-lazy.bats). What is not the loader's, an
; ifunc's resolver or the narration, is called by outside.asm, which keeps them.

        default rel
        extern  bind_slot

        section .text.lazy progbits alloc exec nowrite align=1
        global  lazy:function hidden (lazy.end - lazy)
lazy:   push    rax
        push    rcx
        push    rdx
        push    rsi
        push    rdi
        push    r8
        push    r9
        push    r10
        push    r11                     ; so that C finds the stack aligned
        mov     rdi, [rsp + 72]         ; the object
        mov     rsi, [rsp + 80]         ; the number
.call:  call    bind_slot
        pop     r11
.back:  mov     r11, rax                ; the function
        pop     r10
        pop     r9
        pop     r8
        pop     rdi
        pop     rsi
        pop     rdx
        pop     rcx
        pop     rax
        add     rsp, 16
        jmp     r11
.end:

; For debuggers: who has called, while the function is being looked for. Each
; push, 1 byte long to rdi and 2 from r8 on, moves the frame's end 8 bytes away.
; source  DWARF 4, 6.4 and 7.23; psABI 3.6.2 (7 is rsp, 16 the return address)

DW_CFA_advance_loc      equ     0x40
DW_CFA_offset           equ     0x80
DW_CFA_def_cfa          equ     0x0c
DW_CFA_def_cfa_offset   equ     0x0e

        section .debug_frame progbits noalloc noexec nowrite align=8
frame:
        dd      .fde - .id              ; length
.id:    dd      -1                      ; what follows is common to all FDEs
        db      1, 0                    ; version, no augmentation
        db      1, 0x78, 16             ; code in 1s, data in -8s, rip's column
        db      DW_CFA_def_cfa, 7, 24   ; PLT0's two words, the return address
        db      DW_CFA_offset + 16, 1
        times 2 db 0
.fde:   dd      .end - .of              ; length
.of:    dd      frame
        dq      lazy
        dq      lazy.end - lazy
%assign frame_size 24
%rep 9
%assign frame_size frame_size + 8
        db      DW_CFA_advance_loc + 1 + (frame_size > 64)
        db      DW_CFA_def_cfa_offset, frame_size
%endrep
        db      DW_CFA_advance_loc + lazy.back - lazy.call + 10
        db      DW_CFA_def_cfa_offset, 88
        db      DW_CFA_advance_loc + 5, DW_CFA_def_cfa_offset, 80
        db      DW_CFA_advance_loc + 2, DW_CFA_def_cfa_offset, 72
        db      DW_CFA_advance_loc + 2, DW_CFA_def_cfa_offset, 64
        db      DW_CFA_advance_loc + 1, DW_CFA_def_cfa_offset, 56
        db      DW_CFA_advance_loc + 1, DW_CFA_def_cfa_offset, 48
        db      DW_CFA_advance_loc + 1, DW_CFA_def_cfa_offset, 40
        db      DW_CFA_advance_loc + 1, DW_CFA_def_cfa_offset, 32
        db      DW_CFA_advance_loc + 1, DW_CFA_def_cfa_offset, 24
        db      DW_CFA_advance_loc + 4, DW_CFA_def_cfa_offset, 8
.end:

        section .note.GNU-stack noalloc noexec nowrite progbits
