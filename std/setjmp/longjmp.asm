; std/setjmp/longjmp.asm
; void longjmp(jmp_buf place, int value), siglongjmp(sigjmp_buf, int)
;
; in      rdi = what setjmp or sigsetjmp has filled, esi = value
; out     rax = value, 1 for 0, where setjmp was called
; source  C11 7.13.2.1; POSIX.1-2024 siglongjmp; rt_sigprocmask(2)
;
; One function: the jmp_buf knows whether it has a signal mask.

SIG_SETMASK     equ     2
MASK_SIZE       equ     8               ; 64 signals, a bit each

        section .text.longjmp progbits alloc exec nowrite align=1
        global  longjmp:function (longjmp.end - longjmp)
        global  _longjmp:function weak (longjmp.end - longjmp)
        global  siglongjmp:function weak (longjmp.end - longjmp)
        extern  __sys_rt_sigprocmask
_longjmp:                               ; POSIX's names: C leaves them to the
siglongjmp:                             ; user
longjmp:
        cmp     dword [rdi+64], 0
        je      .jump
        push    rdi
        push    rsi
        lea     rsi, [rdi+72]
        mov     edi, SIG_SETMASK
        xor     edx, edx
        mov     ecx, MASK_SIZE
        call    __sys_rt_sigprocmask
        pop     rsi
        pop     rdi
.jump:
        mov     eax, esi
        cmp     eax, 1
        adc     eax, 0                  ; 0 becomes 1
        mov     rbx, [rdi]
        mov     rbp, [rdi+8]
        mov     r12, [rdi+16]
        mov     r13, [rdi+24]
        mov     r14, [rdi+32]
        mov     r15, [rdi+40]
        mov     rsp, [rdi+48]
        jmp     [rdi+56]
.end:

        section .note.GNU-stack noalloc noexec nowrite progbits
