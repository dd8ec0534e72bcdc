; tests/dynamic/callee.asm - int callee(...)
;
; What registers() calls, in a library: says which kinds of registers did not
; arrive as registers.asm has set them, and destroys all that it may.
;
; in      as registers.asm says
; out     eax = its bits; st0 = 3.0
; clobber all but rbx rbp r12 to r15
; source  psABI 3.2.1, 3.2.3
        default rel
        global  callee:function

        section .text
callee: mov     [chain], r10
        mov     [count], rax
        xor     eax, eax
        cmp     rdi, 1
        jne     .bad1
        cmp     rsi, 2
        jne     .bad1
        cmp     rdx, 3
        jne     .bad1
        cmp     rcx, 4
        jne     .bad1
        cmp     r8, 5
        jne     .bad1
        cmp     r9, 6
        je      .count
.bad1:  or      eax, 1
.count: cmp     byte [count], 8
        je      .chain
        or      eax, 2
.chain: mov     rdx, 0x123456789a
        cmp     [chain], rdx
        je      .vector
        or      eax, 4
.vector:
%assign i 0
%rep 8
        movups  [vector + 16 * i], xmm %+ i
%assign i i + 1
%endrep
        lea     rdx, [vector]
        xor     ecx, ecx                ; which 4 bytes of the 8 registers
.next:  mov     esi, ecx
        shr     esi, 2
        add     esi, 0x100
        cmp     [rdx + rcx * 4], esi
        jne     .bad8
        inc     ecx
        cmp     ecx, 32
        jb      .next
        jmp     .align
.bad8:  or      eax, 8
.align: lea     rdx, [rsp + 8]
        test    dl, 15
        jz      .stack
        or      eax, 16
.stack: cmp     qword [rsp + 8], 77
        jne     .bad32
        cmp     qword [rsp + 16], 78
        je      .flags
.bad32: or      eax, 32
.flags: pushfq
        pop     rdx
        test    edx, 0x400              ; DF
        jz      .leave
        or      eax, 128
.leave: fld1
        fld1
        fld1
        faddp   st1, st0
        faddp   st1, st0
        mov     ecx, -1
        mov     edx, ecx
        mov     esi, ecx
        mov     edi, ecx
        mov     r8d, ecx
        mov     r9d, ecx
        mov     r10d, ecx
        mov     r11d, ecx
        ret

        section .bss
chain:  resq    1
count:  resq    1
vector: resb    128
        section .note.GNU-stack noalloc noexec nowrite progbits
