; loader/dynamic/bytes.asm
; void *memcpy(void *to, const void *from, size_t size)
; void *memmove(void *to, const void *from, size_t size)
; void *memset(void *memory, int byte, size_t size)
; size_t strlen(const char *text)
;
; The loader's own, without vector registers: see lazy.asm. What it copies is
; short, but for the initial values of large variables; and microcode is fast
; there. The library in the same file has others of these names (Makefile).
;
; in      rdi, rsi, rdx = the arguments
; out     rax = to, or memory
; clobber rcx rsi rdi r8
; source  C11 7.24.2.1, 7.24.2.2, 7.24.6.1

        section .text.memcpy progbits alloc exec nowrite align=1
        global  __wrap_memcpy:function hidden \
                (__wrap_memcpy.end - __wrap_memcpy)
__wrap_memcpy:
        mov     rax, rdi
        mov     rcx, rdx
        shr     rcx, 3
        rep movsq
        mov     ecx, edx
        and     ecx, 7
        rep movsb
        ret
.end:

        section .text.memmove progbits alloc exec nowrite align=1
        global  __wrap_memmove:function hidden \
                (__wrap_memmove.end - __wrap_memmove)
__wrap_memmove:
        mov     rax, rdi
        sub     rax, rsi                ; to - from: not in what is read, or
        cmp     rax, rdx                ; the first bytes can go first
        jae     __wrap_memcpy
        mov     rax, rdi
        mov     rcx, rdx
        lea     rdi, [rdi + rdx - 1]
        lea     rsi, [rsi + rdx - 1]
        std
        rep movsb
        cld
        ret
.end:

        section .text.memset progbits alloc exec nowrite align=1
        global  __wrap_memset:function hidden \
                (__wrap_memset.end - __wrap_memset)
__wrap_memset:
        mov     r8, rdi
        movzx   eax, sil
        mov     rcx, 0x0101010101010101
        imul    rax, rcx
        mov     rcx, rdx
        shr     rcx, 3
        rep stosq
        mov     ecx, edx
        and     ecx, 7
        rep stosb
        mov     rax, r8
        ret
.end:

; A word of 8 bytes has a zero if w - 0x01...01 has a top bit that w has not;
; the lowest such bit is the first zero's. A word is read where it is aligned,
; so it is in no page that the text is not in.
;
; in      rdi = text
; out     rax = its length
; clobber rcx rdx rsi r8 r9

        section .text.strlen progbits alloc exec nowrite align=1
        global  __wrap_strlen:function hidden \
                (__wrap_strlen.end - __wrap_strlen)
__wrap_strlen:
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
