; examples/01-elf.asm
; A program is a file. This one is written byte by byte, with no linker.
;
; 1. The kernel reads the first 64 bytes: the ELF header. It says "I am a
;    program for x86-64", where the first instruction is, and where the program
;    headers are.
; 2. There is one program header, 56 bytes: "copy this file to memory at `base`,
;    readable and executable". The kernel does no more than that. It looks at no
;    section, no symbol, and not at most of the other fields.
; 3. It makes a stack and jumps to e_entry. From there the file is in charge:
;    write 13 bytes to descriptor 1, then exit. Nobody called us, so there is
;    nowhere to return to: exit is the only way out.
;
; build   nasm -f bin 01-elf.asm -o 01-elf && chmod +x 01-elf
; look    readelf -hl 01-elf; xxd 01-elf; strace ./01-elf
; source  gABI ch. 4 and 5, psABI A.2.1, Linux fs/binfmt_elf.c

        bits    64
base:   equ     0x400000                ; any free page: ours by convention
        org     base

ELF64:  equ     2                       ; EI_CLASS
LITTLE: equ     1                       ; EI_DATA: least significant byte first
CURRENT: equ    1                       ; EI_VERSION and e_version
ET_EXEC: equ    2                       ; e_type: a program at a fixed address
EM_X86_64: equ  62                      ; e_machine
PT_LOAD: equ    1                       ; p_type: copy me to memory
PF_X:   equ     1                       ; p_flags: may be executed
PF_R:   equ     4                       ; p_flags: may be read
SYS_write: equ  1
SYS_exit: equ   60

header:
        db      0x7f, "ELF"             ; e_ident: the magic number
        db      ELF64, LITTLE, CURRENT
        db      0, 0                    ; EI_OSABI, EI_ABIVERSION: System V
        db      0, 0, 0, 0, 0, 0, 0     ; e_ident is padded to 16 bytes
        dw      ET_EXEC                 ; e_type
        dw      EM_X86_64               ; e_machine
        dd      CURRENT                 ; e_version
        dq      start                   ; e_entry: an address in memory
        dq      program - base          ; e_phoff: a place in the file
        dq      0                       ; e_shoff: no section headers
        dd      0                       ; e_flags: x86-64 has none
        dw      header.end - header     ; e_ehsize: 64
        dw      program.end - program   ; e_phentsize: 56
        dw      1                       ; e_phnum: one program header
        dw      0, 0, 0                 ; e_shentsize, e_shnum, e_shstrndx
.end:

program:
        dd      PT_LOAD                 ; p_type
        dd      PF_R | PF_X             ; p_flags: and not writable
        dq      0                       ; p_offset: from the file's first byte
        dq      base                    ; p_vaddr: to this address
        dq      0                       ; p_paddr: unused on Linux
        dq      end - base              ; p_filesz: so many bytes
        dq      end - base              ; p_memsz: and no zeros after them
        dq      0x1000                  ; p_align: a page
.end:

start:
        mov     eax, SYS_write
        mov     edi, 1                  ; standard output
        mov     esi, hello
        mov     edx, hello.end - hello
        syscall
        mov     eax, SYS_exit
        xor     edi, edi                ; status 0: all is well
        syscall

hello:  db      "hello world!", 10
.end:
end:
