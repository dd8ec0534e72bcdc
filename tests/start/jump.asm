; tests/start/jump.asm
; _Noreturn void jump(const void *entry, const void *stack)
;
; in      rdi = where the program begins, rsi = its initial stack
; out     every other register holds what no kernel leaves there
; source  psABI 3.4.1: only rsp (and rdx, for who registers it) is specified

        global  jump:function (jump.end - jump)

        section .text
jump:
        mov     rsp, rsi
        push    rdi                     ; for ret; nobody's, below the stack
        mov     rax, 0xdeadbeefdeadbeef
%assign number 0
%rep 16
        movq    xmm %+ number, rax
%assign number number + 1
%endrep
        mov     rbx, rax
        mov     rcx, rax
        mov     rdx, rax
        mov     rsi, rax
        mov     rdi, rax
        mov     rbp, rax
        mov     r8, rax
        mov     r9, rax
        mov     r10, rax
        mov     r11, rax
        mov     r12, rax
        mov     r13, rax
        mov     r14, rax
        mov     r15, rax
        ret
.end:

        section .note.GNU-stack noalloc noexec nowrite progbits
