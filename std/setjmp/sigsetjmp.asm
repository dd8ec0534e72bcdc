; std/setjmp/sigsetjmp.asm
; int sigsetjmp(sigjmp_buf place, int keep)
;
; in      rdi = <setjmp.h>'s jmp_buf, esi = not 0: keep the signal mask
; out     rax = 0; siglongjmp comes back here with another value
; clobber what a C function may
; source  POSIX.1-2024 sigsetjmp; rt_sigprocmask(2)
;
; __sigsetjmp is the name that other C libraries' headers call it by. The jump
; at the end leaves our caller as setjmp's.

SIG_BLOCK       equ     0
MASK_SIZE       equ     8               ; 64 signals, a bit each

        section .text.sigsetjmp progbits alloc exec nowrite align=1
        global  sigsetjmp:function (sigsetjmp.end - sigsetjmp)
        global  __sigsetjmp:function (sigsetjmp.end - sigsetjmp)
        extern  setjmp
        extern  __premain_setjmp
        extern  __sys_rt_sigprocmask
__sigsetjmp:
sigsetjmp:
        test    esi, esi
        jz      setjmp
        push    rdi
        lea     rdx, [rdi+72]           ; the mask goes here
        xor     esi, esi                ; and stays as it is
        mov     edi, SIG_BLOCK
        mov     ecx, MASK_SIZE
        call    __sys_rt_sigprocmask
        pop     rdi
        mov     esi, 1
        jmp     __premain_setjmp
.end:

        section .note.GNU-stack noalloc noexec nowrite progbits
