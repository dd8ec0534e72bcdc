; std/string/strlen-shared.asm
; size_t strlen(const char *text)
;
; In the shared library, which has room for a faster one than std/string/
; strlen.c; the loader in the same file takes its names by it.
;
; A word of 8 bytes has a zero if w - 0x01...01 has a top bit that w has not;
; the lowest such bit is the first zero's. A word is read where it is aligned,
; so it is in no page that the text is not in.
;
; in      rdi = text
; out     rax = its length
; clobber rcx rdx rsi r8 r9
; source  C11 7.24.6.3

        section .text.strlen progbits alloc exec nowrite align=1
        global  strlen:function (strlen.end - strlen)
strlen:
        mov     r8, 0x0101010101010101
        mov     r9, r8
        ror     r9, 1                   ; 0x80...80
        mov     rax, rdi
        and     rax, -8
        lea     ecx, [rdi * 8]          ; modulo 64: bits before the text
        mov     rdx, -1
        shl     rdx, cl
        not     rdx                     ; those bytes are none of its zeros
        or      rdx, [rax]
.next:  mov     rsi, rdx
        sub     rdx, r8
        not     rsi
        and     rdx, r9
        and     rdx, rsi
        jnz     .found
        add     rax, 8
        mov     rdx, [rax]
        jmp     .next
.found: bsf     rdx, rdx
        shr     edx, 3
        add     rax, rdx
        sub     rax, rdi
        ret
.end:

        section .note.GNU-stack noalloc noexec nowrite progbits
