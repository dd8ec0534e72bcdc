; crt/exit.asm
; void exit(int status), void _Exit(int status): a program's last instruction
;
; in      edi = the status, of which the kernel keeps 8 bits
; out     never returns
; source  C11 7.22.4.4 and 7.22.4.5, exit_group(2)
;
; main falls into exit, and anybody may call it; rsp may be anything. Its steps
; (atexit's functions, destructors) keep the status in edi.

SYS_exit_group  equ     231

        section .exit.end progbits alloc exec nowrite align=1
        global  _Exit:function (_Exit.end - _Exit)
        global  _exit:function weak (_Exit.end - _Exit)
_exit:                                  ; POSIX's name: C leaves it to the user
_Exit:
        mov     eax, SYS_exit_group     ; falls into syscalls/sys_call.asm
.end:

; The first step has no code of its own.

        section .exit.entry progbits alloc exec nowrite align=1
        global  exit:function
exit:

        section .note.GNU-stack noalloc noexec nowrite progbits
