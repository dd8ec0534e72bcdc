; std/setjmp/setjmp.asm
; int setjmp(jmp_buf place)
;
; in      rdi = <setjmp.h>'s jmp_buf
; out     rax = 0; longjmp comes back here with another value
; clobber rsi
; source  C11 7.13.1.1; psABI 3.2.1: what a function must keep for its caller
;
; Kept is the state that the caller has when setjmp has returned. What else
; there is may be lost, as in every call.

        section .text.setjmp progbits alloc exec nowrite align=1
        global  setjmp:function (__premain_setjmp.end - setjmp)
        global  _setjmp:function weak (__premain_setjmp.end - setjmp)
        global  __premain_setjmp:function hidden
_setjmp:                                ; POSIX's name: C leaves it to the user
setjmp:
        xor     esi, esi                ; no signal mask
__premain_setjmp:                       ; rsi = 1: there is one (sigsetjmp.asm)
        mov     [rdi], rbx
        mov     [rdi+8], rbp
        mov     [rdi+16], r12
        mov     [rdi+24], r13
        mov     [rdi+32], r14
        mov     [rdi+40], r15
        lea     rax, [rsp+8]            ; rsp behind our return
        mov     [rdi+48], rax
        mov     rax, [rsp]              ; where we return to
        mov     [rdi+56], rax
        mov     [rdi+64], rsi
        xor     eax, eax
        ret
.end:

        section .note.GNU-stack noalloc noexec nowrite progbits
