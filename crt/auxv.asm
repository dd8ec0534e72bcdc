; crt/auxv.asm
; extern const struct auxv_entry *__premain_auxv: the auxiliary vector
;
; in      rbx = the initial stack
; clobber rax rcx
; source  psABI 3.4.1 and 3.4.3
;
; It starts behind the NULL that ends the environment. A program may change
; environ later, so the place is kept now.

        default rel

        section .start.auxv progbits alloc exec nowrite align=1
        global  __premain_start_auxv:function hidden \
                (__premain_start_auxv.end - __premain_start_auxv)
__premain_start_auxv:
        mov     rcx, [rbx]              ; argc
        lea     rax, [rbx+rcx*8+16]     ; envp
.variable:
        cmp     qword [rax], 0
        lea     rax, [rax+8]
        jne     .variable
        mov     [__premain_auxv], rax
.end:

        section .bss.auxv nobits alloc noexec write align=8
        global  __premain_auxv:data hidden (__premain_auxv.end - __premain_auxv)
__premain_auxv:
        resq    1
.end:

        section .note.GNU-stack noalloc noexec nowrite progbits
