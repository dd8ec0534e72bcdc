; loader/dynamic/bytes.asm
; void *memcpy(void *to, const void *from, size_t size)
; void *memmove(void *to, const void *from, size_t size)
; void *memset(void *memory, int byte, size_t size)
;
; The loader's own, without vector registers: see lazy.asm. What it copies is
; short, but for the initial values of large variables; and microcode is fast
; there.
;
; in      rdi, rsi, rdx = the arguments
; out     rax = to, or memory
; clobber rcx rsi rdi r8
; source  C11 7.24.2.1, 7.24.2.2, 7.24.6.1

        section .text.memcpy progbits alloc exec nowrite align=1
        global  memcpy:function hidden (memcpy.end - memcpy)
memcpy:
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
        global  memmove:function hidden (memmove.end - memmove)
memmove:
        mov     rax, rdi
        sub     rax, rsi                ; to - from: not in what is read, or
        cmp     rax, rdx                ; the first bytes can go first
        jae     memcpy
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
        global  memset:function hidden (memset.end - memset)
memset:
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
