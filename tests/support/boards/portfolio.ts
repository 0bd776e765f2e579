/** A real portfolio (Kubernetes enhancement proposals, Apache-2.0): 24 initiatives as a spreadsheet exports them. */
export const PORTFOLIO_24 = `external_key,title,team,depends_on_teams,owner,stage,status,target,created
KEP-2570,Memory QoS,sig-node,,owner-210,beta,implementable,v1.37,2021-03-14
KEP-2829,Migrate Gateway API to k8s.io Group,sig-network,,owner-078,alpha,implementable,v1.22,2021-07-20
KEP-2906,Kustomize Function Catalog,sig-cli,sig-cli,owner-112,alpha,provisional,v1.24,2021-08-27
KEP-3041,NodeConformance and NodeFeature labels cleanup,sig-testing,sig-node,owner-227,beta,implementable,v1.26,2021-11-08
KEP-3257,Cluster Trust Bundles,sig-auth,sig-auth,owner-075,stable,implementable,v1.37,2022-02-16
KEP-3498,Extending Metrics Stability,sig-instrumentation,sig-instrumentation;sig-architecture,owner-152,beta,implementable,v1.27,2022-08-16
KEP-3751,Kubernetes VolumeAttributesClass and ModifyVolume,sig-storage,,owner-317,stable,implementable,1.36,2023-01-24
KEP-4020,Unknown Version Interoperability Proxy,sig-api-machinery,,owner-029,beta,implementable,v1.36,2023-05-17
KEP-4216,Image pull per runtime class,sig-node,sig-windows,owner-226,alpha,implementable,v1.29,2023-09-15
KEP-4346,Add Informer Metrics,sig-api-machinery,,owner-032,alpha,implementable,v1.30,2023-11-27
KEP-4471,Make a control-plane's kubelet point to the local API Server on kubeadm join,sig-cluster-lifecycle,sig-cluster-lifecycle,owner-141,stable,implementable,0.0,2024-2-1
KEP-4671,Gang Scheduling,sig-scheduling,sig-apps,owner-277,beta,implementable,v1.37,2025-09-17
KEP-4802,Windows Graceful Node Shutdown,sig-windows,,owner-340,beta,implementable,v1.34,2024-09-12
KEP-4872,Harden Kubelet Serving Certificate Validation in Kube-API server,sig-auth,,owner-082,alpha,implementable,1.37,2024-09-24
KEP-5004,DRA Extended Resource,sig-scheduling,sig-node,owner-278,stable,implementable,v1.37,2025-02-03
KEP-5142,Pop pod from backoffQ when activeQ is empty,sig-scheduling,,owner-281,beta,implementable,v1.33,2025-02-06
KEP-5307,Container Restart Policy,sig-node,,owner-237,beta,implementable,v1.35,2025-05-16
KEP-5394,PSI based Node Conditions,sig-node,sig-node;sig-scheduling,owner-211,alpha,implementable,v1.36,2025-06-11
KEP-5502,EmptyDir Volume Permission Mode,sig-storage,sig-node,owner-247,alpha,implementable,v1.37,2026-06-15
KEP-5589,Remove gogo protobuf dependency,sig-api-machinery,sig-architecture,owner-012,stable,implementable,v1.36,2025-09-29
KEP-5683,Node Lifecycle Conditions,sig-node,sig-apps,owner-244,alpha,implementable,v1.37,2026-06-04
KEP-5823,Pod-level Checkpoint/Restore,sig-node,sig-node,owner-245,alpha,implementable,v1.37,2026-01-21
KEP-5905,Migrate kubernetes-mixin from kubernetes-monitoring to kubernetes-sigs organization,sig-instrumentation,,owner-157,alpha,implementable,v1.37,2026-02-09
KEP-5975,Declarative API Definitions,sig-api-machinery,sig-architecture,owner-015,stable,provisional,v1.37,2026-03-23
`
