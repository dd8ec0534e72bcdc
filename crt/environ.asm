; crt/environ.asm
; extern char **environ: the environment, kept for getenv and exec
;
; in      rbx = the initial stack
; clobber rax rcx
; source  psABI 3.4.1, POSIX.1-2024 XBD 8.1
;
; A program that names environ (or __environ) loads this member, and with it
; the step that sets it.

        default rel

        section .start.environ progbits alloc exec nowrite align=1
        global  __premain_start_environ:function hidden \
                (__premain_start_environ.end - __premain_start_environ)
__premain_start_environ:
        mov     rcx, [rbx]              ; argc
        lea     rax, [rbx+rcx*8+16]     ; envp, behind argc, argv and its NULL
        mov     [__environ], rax
.end:

        section .bss.environ nobits alloc noexec write align=8
        global  __environ:data (__environ.end - __environ)
        global  environ:data weak (__environ.end - __environ)
environ:                                ; POSIX's name: C leaves it to the user
__environ:
        resq    1
.end:

        section .note.GNU-stack noalloc noexec nowrite progbits
