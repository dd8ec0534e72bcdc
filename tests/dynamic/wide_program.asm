; tests/dynamic/wide_program.asm
; void first(struct registers *before, long width)
; void second(struct registers *before, long width)
;
; Call target() and chosen() by their PLT, with each register that may hold an
; argument as `before` says; `before` gets the stack pointer that they have.
;
; in      rdi = before, rsi = width: 16, 32 or 64 bytes of a vector register
; clobber what a C function may
; source  psABI 3.2.3; layout of struct registers: 59-lazy.bats

MASK    equ     32 * 64
GENERAL equ     MASK + 8 * 8
STACK   equ     GENERAL + 8 * 8

        default rel
        extern  target
        extern  chosen
        global  first:function
        global  second:function

        section .text
first:  push    rbx
        call    load
        call    target wrt ..plt
        pop     rbx
        ret

second: push    rbx
        call    load
        call    chosen wrt ..plt
        pop     rbx
        ret

load:   mov     [rdi + STACK], rsp      ; of a return address, there and here
        cmp     rsi, 32
        ja      .zmm
        je      .ymm
%assign i 0
%rep 16
        movups  xmm %+ i, [rdi + 64 * i]
%assign i i + 1
%endrep
        jmp     .rest
.ymm:
%assign i 0
%rep 16
        vmovups ymm %+ i, [rdi + 64 * i]
%assign i i + 1
%endrep
        jmp     .rest
.zmm:
%assign i 0
%rep 32
        vmovups zmm %+ i, [rdi + 64 * i]
%assign i i + 1
%endrep
%assign i 0
%rep 8
        kmovw   k %+ i, [rdi + MASK + 8 * i]
%assign i i + 1
%endrep
.rest:  mov     rsi, [rdi + GENERAL + 8]
        mov     rdx, [rdi + GENERAL + 16]
        mov     rcx, [rdi + GENERAL + 24]
        mov     r8, [rdi + GENERAL + 32]
        mov     r9, [rdi + GENERAL + 40]
        mov     rax, [rdi + GENERAL + 48]
        mov     r10, [rdi + GENERAL + 56]
        mov     rdi, [rdi + GENERAL]
        ret

        section .note.GNU-stack noalloc noexec nowrite progbits
