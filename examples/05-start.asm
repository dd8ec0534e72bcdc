; examples/05-start.asm
; void _start(void), and long system_call(long number, long a, long b, long c)
;
; All that C cannot say in 05-start.c: where the stack is when nobody has
; called, and the instruction `syscall`.
;
; source  psABI 3.2.2 (a stack aligned to 16 bytes before a call), 3.4.1, A.2.1

        extern  start

        section .text
        global  _start:function (_start.end - _start)
        global  system_call:function (system_call.end - system_call)

_start:
        xor     ebp, ebp                ; the end of the chain of callers
        mov     rdi, rsp                ; argument 1: what the kernel left there
        and     rsp, -16                ; as it is already, by the book
        call    start                   ; which does not come back
        hlt                             ; and if it does: stop here by a signal
.end:

system_call:
        mov     rax, rdi                ; the kernel wants the number in rax,
        mov     rdi, rsi                ; so its arguments are one place on
        mov     rsi, rdx
        mov     rdx, rcx
        syscall
        ret
.end:

        section .note.GNU-stack noalloc noexec nowrite progbits
