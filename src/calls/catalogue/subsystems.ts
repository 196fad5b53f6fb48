/** What a driver gets from the subsystem that it is a driver of. */
export const subsystems: Readonly<Record<string, string>> = {
  net: `
    alloc_netdev_mqs NULL as=alloc_netdev,alloc_etherdev_mqs
    alloc_etherdev_mqs NULL as=alloc_etherdev
    devm_alloc_etherdev_mqs NULL as=devm_alloc_etherdev
    register_netdev ENOMEM EEXIST EBUSY
    register_netdevice ENOMEM EEXIST EBUSY
    devm_register_netdev ENOMEM EEXIST EBUSY
    __alloc_skb NULL as=alloc_skb,dev_alloc_skb
    __netdev_alloc_skb NULL as=netdev_alloc_skb,netdev_alloc_skb_ip_align
    __napi_alloc_skb NULL as=napi_alloc_skb in=-6.9
    napi_alloc_skb NULL in=6.10-
    build_skb NULL
    napi_build_skb NULL in=5.12-
    napi_get_frags NULL
    __napi_alloc_frag_align NULL as=napi_alloc_frag
    __netdev_alloc_frag_align NULL as=netdev_alloc_frag
    skb_clone NULL
    skb_copy NULL
    skb_copy_expand NULL
    skb_realloc_headroom NULL
    pskb_expand_head ENOMEM
    __skb_pad ENOMEM as=skb_pad,skb_put_padto,eth_skb_pad
    __pskb_pull_tail NULL as=pskb_may_pull,skb_linearize
    skb_checksum_help ENOMEM EINVAL
    skb_tstamp_tx zero
    __skb_gso_segment ERR_PTR ENOMEM EINVAL as=skb_gso_segment
    netif_rx ones
    netif_set_real_num_tx_queues ENOMEM EINVAL
    netif_set_real_num_rx_queues ENOMEM EINVAL
    eth_validate_addr EADDRNOTAVAIL
    eth_mac_addr EBUSY EADDRNOTAVAIL
    mdiobus_alloc_size NULL as=mdiobus_alloc
    devm_mdiobus_alloc_size NULL as=devm_mdiobus_alloc
    __mdiobus_register ENOMEM EBUSY EPROBE_DEFER as=mdiobus_register
    __devm_mdiobus_register ENOMEM EBUSY EPROBE_DEFER as=devm_mdiobus_register
    mdiobus_read EIO ETIMEDOUT
    mdiobus_write EIO ETIMEDOUT
    phy_connect ERR_PTR ENODEV
    phy_connect_direct ENODEV
    phy_find_first NULL
    phylink_create ERR_PTR ENOMEM EINVAL
    phylink_connect_phy ENODEV
    page_pool_create ERR_PTR ENOMEM EINVAL
    page_pool_alloc_pages NULL in=-6.18
    xdp_rxq_info_reg_mem_model ENOMEM EINVAL
    __xdp_rxq_info_reg ENOMEM EINVAL as=xdp_rxq_info_reg
    genl_register_family ENOMEM EEXIST EINVAL
    genlmsg_put NULL
    nla_put EMSGSIZE
    __nla_parse EINVAL as=nla_parse
    rtnl_link_register EEXIST
    register_netdevice_notifier ENOMEM EEXIST
    register_pernet_subsys ENOMEM
    sock_create_kern ENOMEM EAFNOSUPPORT
    kernel_bind EADDRINUSE
    kernel_connect ECONNREFUSED ETIMEDOUT
    kernel_sendmsg EPIPE EAGAIN
    kernel_recvmsg EAGAIN ECONNRESET
    alloc_candev_mqs NULL as=alloc_candev
    register_candev ENOMEM EINVAL
    alloc_can_skb NULL
    alloc_can_err_skb NULL
    ieee80211_alloc_hw_nm NULL as=ieee80211_alloc_hw
    ieee80211_register_hw ENOMEM EINVAL
    wiphy_new_nm NULL as=wiphy_new
    wiphy_register ENOMEM EINVAL
    hci_alloc_dev_priv NULL as=hci_alloc_dev
    hci_register_dev ENOMEM EINVAL
  `,
  block: `
    __register_blkdev EBUSY ENOMEM EINVAL as=register_blkdev
    register_blkdev EBUSY ENOMEM EINVAL in=-5.10
    blk_mq_alloc_tag_set ENOMEM EINVAL
    blk_mq_alloc_sq_tag_set ENOMEM EINVAL
    blk_mq_init_queue ERR_PTR ENOMEM in=-6.8
    blk_mq_alloc_queue ERR_PTR ENOMEM in=6.9-
    blk_mq_init_sq_queue ERR_PTR ENOMEM in=-5.14
    __blk_mq_alloc_disk ERR_PTR ENOMEM as=blk_mq_alloc_disk in=5.14-
    __blk_alloc_disk ERR_PTR ENOMEM NULL as=blk_alloc_disk
    __alloc_disk_node NULL as=alloc_disk in=-5.14
    blk_alloc_queue NULL in=-5.14
    device_add_disk ENOMEM EEXIST as=add_disk
    blk_mq_alloc_request ERR_PTR EAGAIN ENOMEM
    bio_alloc_bioset NULL as=bio_alloc
    bio_alloc_clone NULL
    bio_add_page zero
    bioset_init ENOMEM
    blkdev_get_by_path ERR_PTR ENOENT EACCES ENOMEM in=-6.4
    submit_bio_wait EIO
    blk_rq_map_kern EINVAL ENOMEM
    scsi_host_alloc NULL
    scsi_add_host_with_dma ENOMEM EINVAL as=scsi_add_host
    scsi_execute_cmd EIO in=6.3-
    ata_host_alloc NULL
    mmc_alloc_host NULL
    devm_mmc_alloc_host NULL in=6.4-
    mmc_add_host ENOMEM EINVAL
    mmc_wait_for_cmd ETIMEDOUT EILSEQ
    nvme_init_ctrl ENOMEM
    mtd_device_parse_register ENOMEM ENODEV as=mtd_device_register
  `,
  iio: `
    iio_device_alloc NULL
    devm_iio_device_alloc NULL
    __iio_device_register ENOMEM EINVAL as=iio_device_register
    __devm_iio_device_register ENOMEM EINVAL as=devm_iio_device_register
    devm_iio_triggered_buffer_setup_ext ENOMEM as=devm_iio_triggered_buffer_setup
    iio_triggered_buffer_setup_ext ENOMEM as=iio_triggered_buffer_setup
    __devm_iio_trigger_alloc NULL as=devm_iio_trigger_alloc
    devm_iio_trigger_alloc NULL in=-5.12
    devm_iio_trigger_register ENOMEM EINVAL
    devm_iio_channel_get ERR_PTR EPROBE_DEFER ENODEV
    iio_read_channel_raw EIO EINVAL
    iio_push_to_buffers EBUSY
    iio_device_claim_direct_mode EBUSY in=-6.16
    __iio_device_claim_direct false as=iio_device_claim_direct in=6.14-
    devm_counter_alloc NULL
    devm_counter_add ENOMEM
  `,
  hwmon: `
    hwmon_device_register_with_info ERR_PTR ENOMEM EINVAL
    hwmon_device_register_with_groups ERR_PTR ENOMEM EINVAL
    devm_hwmon_device_register_with_info ERR_PTR ENOMEM EINVAL
    devm_hwmon_device_register_with_groups ERR_PTR ENOMEM EINVAL
    thermal_zone_device_register_with_trips ERR_PTR ENOMEM EINVAL
    thermal_cooling_device_register ERR_PTR ENOMEM
  `,
  watchdog: `
    watchdog_register_device ENOMEM EBUSY
    devm_watchdog_register_device ENOMEM EBUSY
    watchdog_init_timeout EINVAL
  `,
  rtc: `
    devm_rtc_allocate_device ERR_PTR ENOMEM
    __devm_rtc_register_device ENOMEM EINVAL as=devm_rtc_register_device
    __rtc_register_device ENOMEM EINVAL as=rtc_register_device in=-5.10
    devm_rtc_device_register ERR_PTR ENOMEM
    rtc_read_time EIO EINVAL
  `,
  media: `
    v4l2_device_register ENOMEM EINVAL
    __video_register_device ENFILE ENOMEM as=video_register_device
    video_device_alloc NULL
    v4l2_ctrl_handler_init_class ENOMEM as=v4l2_ctrl_handler_init
    v4l2_ctrl_new_std NULL
    v4l2_ctrl_new_custom NULL
    v4l2_ctrl_handler_setup EIO
    v4l2_async_register_subdev ENOMEM in=-6.5
    v4l2_async_nf_register ENOMEM
    vb2_queue_init EINVAL
    vb2_plane_vaddr NULL
    media_entity_pads_init E2BIG
    __media_device_register ENOMEM EBUSY as=media_device_register
    drm_dev_register ENOMEM EEXIST
    __devm_drm_dev_alloc ERR_PTR ENOMEM as=devm_drm_dev_alloc
    drmm_kmalloc NULL as=drmm_kzalloc
    snd_card_new ENOMEM EBUSY
    snd_card_register ENOMEM EBUSY
    snd_pcm_new ENOMEM EBUSY
    snd_ctl_add ENOMEM EBUSY
    devm_snd_soc_register_component ENOMEM EINVAL
    devm_snd_soc_register_card EPROBE_DEFER ENOMEM
    rc_allocate_device NULL
    rc_register_device ENOMEM
  `,
};
