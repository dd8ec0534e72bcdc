; tests/dynamic/registers.asm - int registers(void)
;
; registers() calls callee() by the PLT with a value of its own in each register
; that may hold an argument, the static chain (r10) and what a callee must keep;
; the answer is a bit for each kind that has not arrived, or has not come back.
;
; in      -
; out     eax = 0, or: 1 rdi rsi rdx rcx r8 r9, 2 rax (al: variadic), 4 r10,
;         8 xmm0 to xmm7, 16 the stack's alignment, 32 arguments on the stack,
;         64 rbx rbp r12 to r15, 128 the direction flag, 256 st0 on return
; source  psABI 3.2.1, 3.2.3, 3.5.7; figure 3.4
        default rel
        extern  callee
        global  registers:function

        section .text
registers:
        push    rbx
        push    rbp
        push    r12
        push    r13
        push    r14
        push    r15
        mov     rbx, 0x1111
        mov     rbp, 0x2222
        mov     r12, 0x3333
        mov     r13, 0x4444
        mov     r14, 0x5555
        mov     r15, 0x6666
        mov     eax, 0x100
%assign i 0
%rep 8
        lea     ecx, [rax + i]          ; xmm i: four times 0x100 + i
        movd    xmm %+ i, ecx
        shufps  xmm %+ i, xmm %+ i, 0
%assign i i + 1
%endrep
        mov     edi, 1
        mov     esi, 2
        mov     edx, 3
        mov     ecx, 4
        mov     r8d, 5
        mov     r9d, 6
        mov     r10, 0x123456789a
        mov     eax, 8
        sub     rsp, 8                  ; so that it is aligned at the call
        push    qword 78                ; argument 8
        push    qword 77                ; argument 7
        call    callee wrt ..plt
        add     rsp, 24
        fstp    qword [result]
        mov     rdx, 0x4008000000000000 ; 3.0
        cmp     rdx, [result]
        je      .saved
        or      eax, 256
.saved: cmp     rbx, 0x1111
        jne     .lost
        cmp     rbp, 0x2222
        jne     .lost
        cmp     r12, 0x3333
        jne     .lost
        cmp     r13, 0x4444
        jne     .lost
        cmp     r14, 0x5555
        jne     .lost
        cmp     r15, 0x6666
        je      .end
.lost:  or      eax, 64
.end:   pop     r15
        pop     r14
        pop     r13
        pop     r12
        pop     rbp
        pop     rbx
        ret

        section .bss
result: resq    1
        section .note.GNU-stack noalloc noexec nowrite progbits
