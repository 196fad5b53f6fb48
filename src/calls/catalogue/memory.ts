/** Allocation in all its forms, and what copies memory to and from a process. */
export const memory: Readonly<Record<string, string>> = {
  alloc: `
    __kmalloc NULL as=kmalloc,kzalloc,kmalloc_array,kcalloc in=-6.9
    __kmalloc_noprof NULL as=kmalloc,kzalloc,kmalloc_array,kcalloc in=6.10-
    kmem_cache_alloc_trace NULL as=kmalloc,kzalloc in=-6.0
    kmalloc_trace NULL as=kmalloc,kzalloc in=6.1-6.9
    __kmalloc_cache_noprof NULL as=kmalloc,kzalloc in=6.10-
    kmem_cache_alloc_node_trace NULL as=kmalloc_node,kzalloc_node in=-6.0
    kmalloc_node_trace NULL as=kmalloc_node,kzalloc_node in=6.1-6.9
    __kmalloc_cache_node_noprof NULL as=kmalloc_node,kzalloc_node in=6.10-
    __kmalloc_node NULL as=kmalloc_node,kcalloc_node in=-6.9
    __kmalloc_node_noprof NULL as=kmalloc_node,kcalloc_node in=6.10-
    __kmalloc_node_track_caller NULL as=kmalloc_node_track_caller in=-6.9
    __kmalloc_node_track_caller_noprof NULL as=kmalloc_track_caller in=6.10-
    __kmalloc_track_caller NULL as=kmalloc_track_caller in=-6.9
    kmalloc_order NULL as=kmalloc,kzalloc in=-5.18
    kmalloc_order_trace NULL as=kmalloc,kzalloc in=-5.18
    kmalloc_large NULL as=kmalloc,kzalloc in=5.19-6.9
    __kmalloc_large_noprof NULL as=kmalloc,kzalloc in=6.10-
    kmalloc_large_node NULL as=kmalloc_node in=5.19-6.9
    __kmalloc_large_node_noprof NULL as=kmalloc_node in=6.10-
    krealloc NULL in=-6.9
    krealloc_noprof NULL as=krealloc in=6.10-6.17
    krealloc_node_align_noprof NULL as=krealloc in=6.18-
    kvmalloc_node NULL as=kvmalloc,kvzalloc,kvcalloc in=-6.9
    kvmalloc_node_noprof NULL as=kvmalloc,kvzalloc,kvcalloc in=6.10-6.11
    __kvmalloc_node_noprof NULL as=kvmalloc,kvzalloc,kvcalloc in=6.11-
    kvrealloc NULL in=-6.9
    kvrealloc_noprof NULL as=kvrealloc in=6.10-
    vmalloc NULL in=-6.9
    vmalloc_noprof NULL as=vmalloc in=6.10-
    vzalloc NULL in=-6.9
    vzalloc_noprof NULL as=vzalloc in=6.10-
    __vmalloc NULL in=-6.9
    __vmalloc_noprof NULL as=__vmalloc in=6.10-
    vmalloc_user NULL in=-6.9
    vmalloc_user_noprof NULL as=vmalloc_user in=6.10-
    vmalloc_32 NULL in=-6.9
    vmalloc_32_noprof NULL as=vmalloc_32 in=6.10-
    vmalloc_32_user NULL in=-6.9
    vmap NULL
    kmem_cache_alloc NULL as=kmem_cache_zalloc in=-6.9
    kmem_cache_alloc_noprof NULL as=kmem_cache_alloc,kmem_cache_zalloc in=6.10-
    kmem_cache_alloc_node NULL in=-6.9
    kmem_cache_alloc_node_noprof NULL as=kmem_cache_alloc_node in=6.10-
    kmem_cache_create NULL in=-6.11
    kmem_cache_create_usercopy NULL in=-6.11
    __kmem_cache_create_args NULL as=kmem_cache_create in=6.12-
    kmem_cache_alloc_bulk zero in=-6.9
    kmem_cache_alloc_bulk_noprof zero as=kmem_cache_alloc_bulk in=6.10-
    kstrdup NULL
    kstrdup_const NULL
    kstrndup NULL
    kmemdup NULL in=-6.9
    kmemdup_noprof NULL as=kmemdup in=6.10-
    kmemdup_nul NULL
    kvmemdup NULL in=6.2-
    kasprintf NULL
    kvasprintf NULL
    kvasprintf_const NULL
    devm_kmalloc NULL as=devm_kzalloc,devm_kcalloc,devm_kmalloc_array
    devm_krealloc NULL in=5.11-
    devm_kstrdup NULL
    devm_kstrdup_const NULL
    devm_kasprintf NULL
    devm_kvasprintf NULL
    devm_kmemdup NULL
    devm_get_free_pages zero
    __devm_alloc_percpu NULL as=devm_alloc_percpu
    __devres_alloc_node NULL as=devres_alloc
    devres_alloc_node NULL as=devres_alloc in=-5.13
    devres_open_group NULL
    __devm_add_action ENOMEM as=devm_add_action,devm_add_action_or_reset in=6.2-
    devm_add_action ENOMEM as=devm_add_action_or_reset in=-6.1
    __get_free_pages zero as=__get_free_page,__get_dma_pages in=-6.9
    get_free_pages_noprof zero as=__get_free_pages,__get_free_page in=6.10-
    get_zeroed_page zero in=-6.9
    get_zeroed_page_noprof zero as=get_zeroed_page in=6.10-
    __alloc_pages NULL as=alloc_pages,alloc_page in=-6.9
    __alloc_pages_nodemask NULL as=alloc_pages,alloc_page in=-5.12
    __alloc_pages_noprof NULL as=alloc_pages,alloc_page in=6.10-
    alloc_pages NULL as=alloc_page in=-6.9
    alloc_pages_noprof NULL as=alloc_pages,alloc_page in=6.10-
    alloc_pages_current NULL as=alloc_pages,alloc_page in=-5.14
    alloc_pages_exact NULL in=-6.9
    alloc_pages_exact_noprof NULL as=alloc_pages_exact in=6.10-
    folio_alloc NULL in=5.16-6.9
    folio_alloc_noprof NULL as=folio_alloc in=6.10-
    page_frag_alloc_align NULL as=page_frag_alloc in=-6.9
    __page_frag_alloc_align NULL as=page_frag_alloc in=6.10-
    mempool_create NULL in=-6.9
    mempool_create_node NULL as=mempool_create in=-6.9
    mempool_create_node_noprof NULL as=mempool_create in=6.10-
    mempool_init ENOMEM in=-6.9
    mempool_init_noprof ENOMEM as=mempool_init in=6.10-
    mempool_alloc NULL in=-6.9
    mempool_alloc_noprof NULL as=mempool_alloc in=6.10-
    __alloc_percpu NULL as=alloc_percpu in=-6.9
    __alloc_percpu_gfp NULL as=alloc_percpu_gfp in=-6.9
    pcpu_alloc_noprof NULL as=alloc_percpu,alloc_percpu_gfp in=6.10-
    gen_pool_create NULL
    devm_gen_pool_create ERR_PTR ENOMEM EINVAL
    gen_pool_alloc_algo_owner zero as=gen_pool_alloc
    gen_pool_dma_alloc NULL
    gen_pool_add_owner ENOMEM as=gen_pool_add,gen_pool_add_virt
    sg_alloc_table ENOMEM EINVAL
    sg_alloc_table_from_pages_segment ENOMEM EINVAL as=sg_alloc_table_from_pages
    sg_alloc_table_from_pages ENOMEM EINVAL in=-5.14
    sgl_alloc NULL
    __kfifo_alloc ENOMEM EINVAL as=kfifo_alloc in=-6.17
    __kfifo_alloc_node ENOMEM EINVAL as=kfifo_alloc in=6.18-
    relay_open NULL
  `,
  id: `
    ida_alloc_range ENOSPC ENOMEM as=ida_alloc,ida_alloc_max,ida_alloc_min,ida_simple_get
    idr_alloc ENOSPC ENOMEM
    idr_alloc_u32 ENOSPC ENOMEM
    idr_alloc_cyclic ENOSPC ENOMEM
    idr_preload ENOMEM
    __xa_alloc EBUSY ENOMEM as=xa_alloc
    __xa_alloc_cyclic EBUSY ENOMEM as=xa_alloc_cyclic
    __xa_insert EBUSY ENOMEM as=xa_insert
    xa_store ERR_PTR ENOMEM
    radix_tree_insert ENOMEM EEXIST
    rhashtable_init ENOMEM EINVAL in=-6.9
    rhashtable_init_noprof ENOMEM EINVAL as=rhashtable_init in=6.10-
    rhashtable_insert_slow ERR_PTR ENOMEM EEXIST
    rhltable_init_noprof ENOMEM EINVAL as=rhltable_init in=6.10-
  `,
  user: `
    _copy_from_user uncopied:2 as=copy_from_user
    _copy_to_user uncopied:2 as=copy_to_user
    __arch_copy_from_user uncopied:2 as=copy_from_user,__copy_from_user
    __arch_copy_to_user uncopied:2 as=copy_to_user,__copy_to_user
    copy_user_generic_unrolled uncopied:2 as=copy_from_user,copy_to_user,__copy_from_user in=-6.3
    copy_user_generic_string uncopied:2 as=copy_from_user,copy_to_user,__copy_from_user in=-6.3
    copy_user_enhanced_fast_string uncopied:2 as=copy_from_user,copy_to_user,__copy_from_user in=-6.3
    rep_movs_alternative uncopied:2 as=copy_from_user,copy_to_user,__copy_from_user in=6.4-
    __copy_user_nocache uncopied:2 as=__copy_from_user_inatomic_nocache in=-6.3
    copy_from_user_nofault EFAULT
    copy_to_user_nofault EFAULT
    strncpy_from_user EFAULT
    strnlen_user zero
    clear_user uncopied:1
    __clear_user uncopied:1
    __get_user_1 get:EFAULT as=get_user
    __get_user_2 get:EFAULT as=get_user
    __get_user_4 get:EFAULT as=get_user
    __get_user_8 get:EFAULT as=get_user
    __put_user_1 put:EFAULT as=put_user
    __put_user_2 put:EFAULT as=put_user
    __put_user_4 put:EFAULT as=put_user
    __put_user_8 put:EFAULT as=put_user
    memdup_user ERR_PTR ENOMEM EFAULT
    memdup_user_nul ERR_PTR ENOMEM EFAULT
    vmemdup_user ERR_PTR ENOMEM EFAULT
    strndup_user ERR_PTR ENOMEM EFAULT EINVAL
    simple_read_from_buffer EFAULT EINVAL
    simple_write_to_buffer EFAULT EINVAL
    _copy_from_iter zero as=copy_from_iter
    _copy_to_iter zero as=copy_to_iter
    copy_page_from_iter zero
    copy_page_to_iter zero
    import_iovec EFAULT EINVAL ENOMEM
    get_user_pages EFAULT ENOMEM
    get_user_pages_fast EFAULT ENOMEM
    get_user_pages_unlocked EFAULT ENOMEM
    pin_user_pages EFAULT ENOMEM
    pin_user_pages_fast EFAULT ENOMEM
    remap_pfn_range EINVAL ENOMEM EAGAIN
    remap_vmalloc_range EINVAL
    vm_insert_page EFAULT EINVAL ENOMEM
    vm_insert_pages EFAULT EINVAL ENOMEM
    vm_iomap_memory EINVAL EAGAIN
    kstrtouint_from_user EINVAL EFAULT ERANGE
    kstrtoint_from_user EINVAL EFAULT ERANGE
    kstrtobool_from_user EINVAL EFAULT
    kstrtoull_from_user EINVAL EFAULT ERANGE
    kstrtoul_from_user EINVAL EFAULT ERANGE
  `,
};
