; crt/start.asm
; the kernel's first instruction of a program, and its last
;
; in      rsp = the initial stack: argc, argv, NULL, envp, NULL, auxv; every
;         other register, rbp too, is unspecified
; out     never returns
; source  psABI 3.4.1 (Process Initialization), Linux fs/binfmt_elf.c
;
; A start is a list of steps, and so is an exit. Each step lives in a section
; of its own, and linker.ld lays the steps that a program needs one behind
; the other, so that each one falls through into the next. What a program does
; not use is not there: no byte, no instruction, no test whether to do it.

        default rel

SYS_exit_group  equ     231

; The first step. From here on, rbx holds the initial stack: C functions keep
; it (psABI 3.2.1), so every step can read it.

        section .start.entry progbits alloc exec nowrite align=1
        global  _start:function (_start.end - _start)
_start:
        xor     ebp, ebp                ; no caller: the end of every backtrace
        mov     rbx, rsp
        and     rsp, -16                ; the kernel aligns it, launchers may not
.end:

; The last step of a start. The registers are main's three arguments.

        section .start.main progbits alloc exec nowrite align=1
        extern  main
        mov     edi, [rbx]              ; argc
        lea     rsi, [rbx+8]            ; argv
        lea     rdx, [rsi+rdi*8+8]      ; envp, behind argv's NULL
        call    main
        mov     edi, eax                ; what main returns is exit's argument

; void exit(int status): main falls into it, and anybody may call it. The
; steps (atexit's functions, destructors) keep the status in edi.

        section .exit.entry progbits alloc exec nowrite align=1
        global  exit:function
exit:

; void _Exit(int status): the last step of an exit. Behind it linker.ld lays
; the system call itself (syscalls/sys_call.asm).

        section .exit.end progbits alloc exec nowrite align=1
        global  _Exit:function (_Exit.end - _Exit)
        global  _exit:function weak (_Exit.end - _Exit)
_exit:                                  ; POSIX's name: C leaves it to the user
_Exit:
        mov     eax, SYS_exit_group
.end:

        section .premain.needs progbits noalloc noexec nowrite align=8
        extern  __sys_call
        dq      __sys_call              ; loads the member that has it

        section .note.GNU-stack noalloc noexec nowrite progbits
