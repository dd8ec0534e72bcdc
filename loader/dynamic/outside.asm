; loader/dynamic/outside.asm
; bool outside(bool (*function)(struct call *), struct call *call)
;
; Calls a function of the loader that calls others' code (an ifunc's resolver,
; the narration), between a program's call and the function that is meant: every
; vector register is afterwards as it was, in the width that the processor has
; and the kernel has switched on. How wide that is, is asked once, when it is
; needed first: a program that has no ifunc does not pay for it.
;
; in      rdi = function, rsi = its argument
; out     rax = its result
; clobber what a C function may, but no vector register
; source  Intel SDM 1, 13.2 (XCR0, CPUID leaf 0DH), 13.4 (the area of XSAVE);
;         psABI 3.2.3: xmm, ymm, zmm 0 to 7 hold arguments, others k0 to k7 too

XSAVE_MASK      equ     0xe6            ; xmm, ymm, k, zmm, zmm16 to zmm31
OSXSAVE         equ     27              ; ecx of leaf 1: xgetbv may be used
XSAVE_HEADER    equ     512

        default rel
        section .text.outside progbits alloc exec nowrite align=1
        global  outside:function hidden (outside.end - outside)
outside:
        push    rbp
.pushed: mov    rbp, rsp
.framed: push   rbx
        push    r12
        push    r13
.kept:  mov     r12, rdi
        mov     r13, rsi
        cmp     dword [size], 0
        jne     .known
        call    measure
.known: mov     eax, [size]
        sub     rsp, rax
        and     rsp, -64                ; XSAVE's area
        mov     ebx, [mask]
        test    ebx, ebx
        jz      .old
        lea     rdi, [rsp + XSAVE_HEADER]
        xor     eax, eax
        mov     ecx, 8
        rep stosq
        xor     edx, edx
        mov     eax, ebx
        xsave64 [rsp]
        mov     rdi, r13
        call    r12
        mov     r12d, eax
        xor     edx, edx
        mov     eax, ebx
        xrstor64 [rsp]
        jmp     .done
.old:   fxsave64 [rsp]
        mov     rdi, r13
        call    r12
        mov     r12d, eax
        fxrstor64 [rsp]
.done:  mov     eax, r12d
        lea     rsp, [rbp - 24]
        pop     r13
        pop     r12
        pop     rbx
        pop     rbp
.left:  ret
.end:

; Each thread that asks finds the same: `size`, written last, says it is known.
; clobber rax rbx rcx rdx rsi rdi r8
        section .text.measure progbits alloc exec nowrite align=1
measure:
        xor     r8d, r8d                ; nothing for XSAVE,
        mov     edi, 512                ; but FXSAVE's area, which all have
        mov     eax, 1
        cpuid
        bt      ecx, OSXSAVE
        jnc     .end
        xor     ecx, ecx
        xgetbv
        and     eax, XSAVE_MASK
        mov     r8d, eax
        mov     edi, XSAVE_HEADER + 64
        mov     esi, 2                  ; xmm lie in the first 512 bytes
.next:  bt      r8d, esi
        jnc     .skip
        mov     eax, 0x0d
        mov     ecx, esi
        cpuid                           ; eax = its size, ebx = where
        add     eax, ebx
        cmp     edi, eax
        jae     .skip
        mov     edi, eax
.skip:  inc     esi
        cmp     esi, 8
        jb      .next
.end:   mov     [mask], r8d
        mov     [size], edi
        ret

        section .bss
size:   resd    1                       ; of the area; 0: not yet known
mask:   resd    1                       ; what XSAVE keeps; 0: there is none

; For debuggers, as in lazy.asm; 6 is rbp.

DW_CFA_advance_loc      equ     0x40
DW_CFA_offset           equ     0x80
DW_CFA_advance_loc1     equ     0x02
DW_CFA_def_cfa          equ     0x0c
DW_CFA_def_cfa_register equ     0x0d
DW_CFA_def_cfa_offset   equ     0x0e

        section .debug_frame progbits noalloc noexec nowrite align=8
frame:
        dd      .fde - .id              ; length
.id:    dd      -1                      ; what follows is common to all FDEs
        db      1, 0                    ; version, no augmentation
        db      1, 0x78, 16             ; code in 1s, data in -8s, rip's column
        db      DW_CFA_def_cfa, 7, 8
        db      DW_CFA_offset + 16, 1
        times 2 db 0
.fde:   dd      .end - .of              ; length
.of:    dd      frame
        dq      outside
        dq      outside.end - outside
        db      DW_CFA_advance_loc + outside.pushed - outside
        db      DW_CFA_def_cfa_offset, 16
        db      DW_CFA_offset + 6, 2
        db      DW_CFA_advance_loc + outside.framed - outside.pushed
        db      DW_CFA_def_cfa_register, 6
        db      DW_CFA_advance_loc + outside.kept - outside.framed
        db      DW_CFA_offset + 3, 3    ; rbx, r12, r13
        db      DW_CFA_offset + 12, 4
        db      DW_CFA_offset + 13, 5
        db      DW_CFA_advance_loc1, outside.left - outside.kept
        db      DW_CFA_def_cfa, 7, 8
.end:

        section .note.GNU-stack noalloc noexec nowrite progbits
