; loader/dynamic/tlsdesc.asm
; what a descriptor of a thread-local variable calls: the distance from the
; thread pointer to the variable
;
; in      rax = the descriptor: a function and its argument
; out     rax = the distance
; clobber nothing: code around such a call keeps its values in registers
; source  "Thread-Local Storage Descriptors for IA32 and AMD64/EM64T", 2.1
;
; static: the argument is the distance. weak: it is the variable's address,
; nobody has defined it. dynamic: offset and module, see thread.h.

TLSDESC_SHIFT   equ     24
BLOCKS          equ     8               ; of struct thread

        default rel
        extern  first_thread

        section .text.tlsdesc progbits alloc exec nowrite align=1
        global  tlsdesc_static:function hidden \
                (tlsdesc_static.end - tlsdesc_static)
        global  tlsdesc_weak:function hidden (tlsdesc_weak.end - tlsdesc_weak)
        global  tlsdesc_dynamic:function hidden \
                (tlsdesc_dynamic.end - tlsdesc_dynamic)
tlsdesc_static:
        mov     rax, [rax + 8]
        ret
.end:

tlsdesc_weak:
        mov     rax, [rax + 8]
        sub     rax, [fs:0]             ; which holds its own address
        ret
.end:

tlsdesc_dynamic:
        push    rcx
        push    rdx
        mov     rax, [rax + 8]
        mov     ecx, eax
        and     ecx, (1 << TLSDESC_SHIFT) - 1
        sar     rax, TLSDESC_SHIFT
        mov     rdx, [first_thread]
        mov     rdx, [rdx + BLOCKS]
        add     rax, [rdx + 8 * rcx]
        sub     rax, [fs:0]
        pop     rdx
        pop     rcx
        ret
.end:

        section .note.GNU-stack noalloc noexec nowrite progbits
