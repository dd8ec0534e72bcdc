; crt/main.asm
; the last step of a start: int main(int argc, char **argv, char **envp)
;
; in      rbx = the initial stack
; out     edi = the status, for the first step of an exit
; source  psABI 3.4.1; C11 5.1.2.2.3: main's return is exit's argument

        section .start.main progbits alloc exec nowrite align=1
        global  __premain_start_main:function hidden \
                (__premain_start_main.end - __premain_start_main)
        extern  main
__premain_start_main:
        mov     edi, [rbx]              ; argc
        lea     rsi, [rbx+8]            ; argv
        lea     rdx, [rsi+rdi*8+8]      ; envp, behind argv's NULL
        call    main
        mov     edi, eax                ; falls into exit
.end:

        section .note.GNU-stack noalloc noexec nowrite progbits
