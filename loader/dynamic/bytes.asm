; loader/dynamic/bytes.asm
; void *memcpy(void *to, const void *from, size_t size)
; void *memmove(void *to, const void *from, size_t size)
; void *memset(void *memory, int byte, size_t size)
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

        section .note.GNU-stack noalloc noexec nowrite progbits
